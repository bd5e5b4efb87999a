package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.cli.Console;
import org.countsas.report.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the audit trail, from a key to a proof. */
class AuditCommandsTest {
    @TempDir
    private Path folder;

    private Path key;
    private Path publicKey;

    @BeforeEach
    void makeKey() {
        key = folder.resolve("key.pem");
        publicKey = folder.resolve("key.pub.pem");
        assertThat(Console.run("keys", "new", "--out", key).code()).isZero();
    }

    @AfterEach
    void forgetFolderOfKeys() {
        System.clearProperty("countsas.keys");
    }

    @Test
    void a_run_is_recorded_verified_replayed_and_proved() throws IOException {
        Path bundle = folder.resolve("run.zip");
        Console classified = Console.run(
                "classify",
                Samples.JAPAN,
                "--definition",
                "japan-2025-proposal",
                "--definition",
                "japan-2022",
                "--bundle",
                bundle,
                "--key",
                key);
        assertThat(classified.code()).as(classified.err()).isZero();
        assertThat(classified.out())
                .contains("Recorded as " + bundle + ", run 20260401T120000Z-")
                .contains(", signed by countsas-");

        Console verified = Console.run("verify", bundle, "--key", publicKey, "--replay");
        assertThat(verified.code()).as(verified.err()).isZero();
        assertThat(verified.err()).isEmpty();
        assertThat(verified.out())
                .contains("280 items", "560 decisions under the root", "byte for byte")
                .endsWith("OK: " + bundle + System.lineSeparator());
        assertThat(Console.run("verify", bundle, "--key", publicKey, "--lang", "ja")
                        .out())
                .contains("項目280件", "確認できました：" + bundle);

        Path proof = folder.resolve("proof.json");
        assertThat(Console.run("prove", bundle, "--item", "5092", "--definition", "japan-2022", "--out", proof)
                        .code())
                .isZero();
        Files.delete(bundle);
        Console proved = Console.run("verify-proof", proof, "--key", publicKey);
        assertThat(proved.code()).as(proved.err()).isZero();
        assertThat(proved.out())
                .contains(
                        "5092 戦闘機（Ｆ－３５Ａ／Ｂ）の取得",
                        "japan-2022: counted (core-defence, 100 %), 309,704,225,000 yen",
                        "OK: this decision about this item is one of that run");

        Files.writeString(proof, Files.readString(proof).replace("309704225000", "309704225001"));
        Console refused = Console.run("verify-proof", proof, "--key", publicKey);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("A016 " + proof);
    }

    @Test
    void an_unsigned_bundle_is_written_with_a_loud_notice_and_never_verified() {
        Path bundle = folder.resolve("run");
        Console classified = Console.run(
                "classify",
                Samples.UNITED_STATES,
                "--definition",
                "us-050",
                "--fiscal-year",
                2016,
                "--bundle",
                bundle,
                "--json");
        assertThat(classified.code()).isZero();
        assertThat(classified.out()).startsWith("{").endsWith("}" + System.lineSeparator());
        assertThat(classified.err()).contains("THE BUNDLE IS NOT SIGNED");

        Console verified = Console.run("verify", bundle, "--key", publicKey);
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out()).endsWith("NOT OK: " + bundle + System.lineSeparator());
        assertThat(verified.err()).startsWith("A009 ");
    }

    @Test
    void what_cannot_be_recorded_is_refused_and_nothing_is_written() throws IOException {
        Path bundle = folder.resolve("run");
        Path exposed = Files.copy(key, folder.resolve("exposed.pem"));
        Files.setPosixFilePermissions(exposed, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(refused(1, "classify", Samples.JAPAN, "--bundle", bundle, "--key", folder.resolve("absent.pem")))
                .startsWith("A011 ");
        assertThat(refused(1, "classify", Samples.JAPAN, "--bundle", bundle, "--key", publicKey))
                .startsWith("A012 ");
        assertThat(refused(1, "classify", Samples.JAPAN, "--bundle", bundle, "--key", exposed))
                .startsWith("A013 ");
        assertThat(refused(2, "classify", Samples.JAPAN, "--key", key)).startsWith("U001: --key signs a bundle");
        assertThat(refused(1, "classify", Samples.JAPAN, "--bundle", key, "--key", key))
                .startsWith("A015 " + key);
        assertThat(refused(1, "classify", Samples.JAPAN, "--bundle", key.resolve("run"), "--key", key))
                .startsWith("O001 ");
        assertThat(refused(1, "keys", "new", "--out", key)).startsWith("A015 ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("key.pem", "key.pub.pem", "exposed.pem");
        }
    }

    @Test
    void runs_go_into_a_ledger_that_proves_its_growth() throws IOException {
        Path ledger = folder.resolve("ledger");
        Path bundle = folder.resolve("run.zip");
        Console first = Console.run("classify", Samples.JAPAN, "--ledger", ledger, "--key", key);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("Added to " + ledger + " as number 1: run 20260401T120000Z-")
                .doesNotContain("Recorded");
        assertThat(Console.run(
                                "classify",
                                Samples.JAPAN,
                                "--definition",
                                "japan-2025-proposal",
                                "--bundle",
                                bundle,
                                "--key",
                                key)
                        .code())
                .isZero();
        assertThat(Console.run("ledger", "add", ledger, bundle, "--key", key).out())
                .startsWith("Added to " + ledger + " as number 2: run 20260401T120000Z-");

        assertThat(Console.run("ledger", "log", ledger).out().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("  1  2026-04-01T12:00:00Z  20260401T120000Z-")
                .contains("japan-2022");
        assertThat(Console.run("ledger", "verify", ledger, "--key", publicKey).out())
                .startsWith("OK: ")
                .contains(", runs: 2");
        Path proof = folder.resolve("growth.json");
        assertThat(Console.run("ledger", "prove", ledger, "--from", 1, "--to", 2, "--out", proof)
                        .code())
                .isZero();
        assertThat(Console.run("verify-proof", proof, "--key", publicKey).out())
                .startsWith("OK: countsas/ledger/")
                .contains("; runs: 2");

        assertThat(refused(1, "classify", Samples.JAPAN, "--ledger", ledger)).startsWith("A011 " + ledger);
        assertThat(refused(1, "ledger", "add", ledger, bundle, "--key", key)).startsWith("A015 ");
        Files.delete(ledger.resolve("checkpoints").resolve("1"));
        assertThat(refused(1, "ledger", "verify", ledger, "--key", publicKey)).startsWith("A017 ");
        try (Stream<Path> left = Files.list(ledger)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("ledger.json", "entries.jsonl", "checkpoints", "runs", "lock");
        }
    }

    @Test
    void keys_are_pinned_in_the_folder_of_keys() {
        Path bundle = folder.resolve("run");
        System.setProperty("countsas.keys", folder.resolve("keys").toString());
        assertThat(Console.run("classify", Samples.JAPAN, "--bundle", bundle, "--key", key)
                        .code())
                .isZero();
        assertThat(refused(1, "verify", bundle)).startsWith("A011 ");

        System.setProperty("countsas.keys", folder.toString());
        assertThat(Console.run("verify", bundle).code()).isZero();
        assertThat(Console.run("keys", "show").out())
                .isEqualTo(Console.run("keys", "show", key).out())
                .isEqualTo(Console.run("keys", "show", publicKey).out())
                .startsWith("countsas-")
                .contains("-----BEGIN PUBLIC KEY-----")
                .doesNotContain("PRIVATE");

        System.setProperty("countsas.keys", folder.resolve("new").toString());
        assertThat(Console.run("keys", "new").code()).isZero();
        assertThat(refused(1, "verify", bundle)).startsWith("A010 ");
    }

    @Test
    void what_cannot_be_proved_is_refused() {
        Path bundle = folder.resolve("run");
        assertThat(Console.run(
                                "classify",
                                Samples.JAPAN,
                                "--definition",
                                "japan-2025-proposal",
                                "--definition",
                                "japan-2022",
                                "--bundle",
                                bundle,
                                "--key",
                                key)
                        .code())
                .isZero();

        assertThat(refused(2, "prove", bundle, "--item", "5092"))
                .isEqualTo(
                        "U002: The run has several definitions. Name one with --definition: japan-2022, japan-2025-proposal."
                                + System.lineSeparator());
        assertThat(refused(2, "prove", bundle, "--item", "absent", "--definition", "japan-2022"))
                .startsWith("U005: The bundle has no item 'absent'");
        assertThat(refused(2, "verify-proof", folder.resolve("absent.json"), "--key", publicKey))
                .startsWith("U006 ");
        assertThat(refused(1, "verify-proof", publicKey, "--key", publicKey)).startsWith("A001 ");
        assertThat(refused(1, "verify", folder, "--key", publicKey)).startsWith("A002 ");
    }

    private static String refused(int code, Object... arguments) {
        Console console = Console.run(arguments);
        assertThat(console.code())
                .as(List.of(arguments) + console.out() + console.err())
                .isEqualTo(code);
        return console.err();
    }
}
