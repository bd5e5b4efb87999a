package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.cli.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the audit trail on what is not as it should be. A path at which nothing is makes the command wrong (2); what is there
 * and is not good makes the data wrong (1). In both cases nothing is written or changed, and nothing is printed as a result.
 */
class AuditBadInputTest {
    private static final Path VECTORS = Path.of("src", "test", "resources", "bundles");
    /** A line for each command that reads a bundle; BUNDLE stands for it. */
    private static final List<String> READERS = List.of(
            "verify BUNDLE --key PUBLIC",
            "verify BUNDLE --key PUBLIC --replay",
            "prove BUNDLE --item 10 --out NEW",
            "review BUNDLE --item 10 --outcome NOT_COUNTED --reason r --by b --key PRIVATE",
            "reviews BUNDLE",
            "sample BUNDLE --tolerable 50% --seed 1 --out NEW",
            "assess BUNDLE --worksheet SHEET",
            "ledger add LEDGER BUNDLE --key PRIVATE");
    /** A line for each command that reads a ledger; LEDGER stands for it. */
    private static final List<String> LEDGER_READERS = List.of(
            "ledger log LEDGER",
            "ledger verify LEDGER --key PUBLIC",
            "ledger prove LEDGER --from 1 --out NEW",
            "history LEDGER --item 10");

    @TempDir
    private Path folder;

    private final Map<String, Object> names = new TreeMap<>();

    @BeforeEach
    void makeGoodFiles() throws IOException {
        Path bundle = folder.resolve("run.zip");
        TestRuns.write(bundle, TestRuns.KEY);
        Path privateKey = Files.createFile(
                folder.resolve("key.pem"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] seed = java.util.HexFormat.of()
                .parseHex("302e020100300506032b657004220420"
                        + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        Files.writeString(
                privateKey,
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(seed)
                        + "\n-----END PRIVATE KEY-----\n");
        names.putAll(Map.of(
                "BUNDLE",
                bundle,
                "PRIVATE",
                privateKey,
                "PUBLIC",
                VECTORS.resolve("key.pub.pem"),
                "NEW",
                folder.resolve("new"),
                "LEDGER",
                folder.resolve("ledger"),
                "SHEET",
                folder.resolve("sheet").resolve("sample.csv"),
                "PROOF",
                folder.resolve("proof.json")));
        good("sample BUNDLE --tolerable 50% --seed 1 --out " + folder.resolve("sheet"));
        good("prove BUNDLE --item 10 --out PROOF");
        good("ledger add LEDGER BUNDLE --key PRIVATE");
    }

    private Console run(String line) {
        return Console.run(Arrays.stream(line.split(" "))
                .map(word -> names.getOrDefault(word, word))
                .toArray());
    }

    private void good(String line) {
        Console console = run(line);
        assertThat(console.code()).as(line + console.err()).isZero();
    }

    private void refused(int code, String expected, String line) {
        Map<String, String> before = everything();
        Console console = run(line);
        String told = line + " on " + names + ": " + console.out() + console.err();
        assertThat(console.code()).as(told).isEqualTo(code);
        assertThat(console.err()).as(told).startsWith(expected);
        if (code == 2 || !line.contains("verify ")) {
            assertThat(console.out()).as(told).isEmpty();
        } else {
            assertThat(console.out()).as(told).doesNotContain("\nOK").doesNotStartWith("OK");
        }
        assertThat(everything()).as(told).isEqualTo(before);
    }

    private Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                all.put(file.toString(), plain ? Base64.getEncoder().encodeToString(Files.readAllBytes(file)) : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    @Test
    void a_path_at_which_nothing_is_makes_the_command_wrong() {
        Path absent = folder.resolve("absent");
        names.put("BUNDLE", absent);
        READERS.forEach(line -> refused(2, "U006 " + absent + ": ", line));
        names.put("LEDGER", absent);
        LEDGER_READERS.forEach(line -> refused(2, "U006 " + absent + ": ", line));
        refused(2, "U006 " + absent + ": ", "verify-proof " + absent + " --key PUBLIC");
    }

    @Test
    void files_that_are_named_beside_the_bundle_must_be_there_too() {
        Path absent = folder.resolve("absent");
        refused(2, "U006 " + absent + ": ", "assess BUNDLE --worksheet " + absent);
        refused(2, "U006 " + absent + ": ", "ledger verify LEDGER --key PUBLIC --since " + absent);
    }

    @Test
    void what_is_there_and_is_no_bundle_no_ledger_and_no_proof_makes_the_data_wrong() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "No bundle at all");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (Path wrong : List.of(text, empty)) {
            names.put("BUNDLE", wrong);
            READERS.forEach(line -> refused(1, "A00", line));
            refused(1, "A0", "verify-proof " + wrong + " --key PUBLIC");
        }
        names.put("BUNDLE", folder.resolve("run.zip"));
        for (Path wrong : List.of(text, empty)) {
            names.put("LEDGER", wrong);
            LEDGER_READERS.forEach(line -> refused(1, "A017 " + wrong, line));
        }
    }

    @Test
    void a_ledger_without_the_bundle_of_a_run_is_a_bad_ledger() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("ledger").resolve("runs"))) {
            Files.delete(runs.findFirst().orElseThrow());
        }
        refused(1, "A017 ", "ledger verify LEDGER --key PUBLIC");
        refused(1, "A017 ", "history LEDGER --item 10");
    }

    @Test
    void a_bundle_of_a_newer_version_and_archives_that_are_traps_are_refused_by_every_command() {
        Map<String, String> traps = Map.of(
                "version-2",
                "A003 ",
                "zip-with-duplicate",
                "A004 ",
                "zip-with-symbolic-link",
                "A004 ",
                "zip-climbing",
                "A005 ");
        traps.forEach((name, code) -> {
            names.put("BUNDLE", VECTORS.resolve("tampered").resolve(name + ".zip"));
            READERS.forEach(line -> refused(1, code, line));
        });
    }

    @Test
    void links_in_the_folder_of_a_bundle_are_refused_by_every_command() throws IOException {
        Path run = folder.resolve("linked");
        TestRuns.write(run, TestRuns.KEY);
        Files.move(run.resolve("report.html"), folder.resolve("report.html"));
        Files.createSymbolicLink(run.resolve("report.html"), folder.resolve("report.html"));
        names.put("BUNDLE", run);
        READERS.forEach(line -> refused(1, "A005 ", line));
    }

    @Test
    void a_missing_a_wrong_and_an_exposed_key_are_refused() throws IOException {
        Path stranger = Files.writeString(
                folder.resolve("stranger.pub.pem"),
                TestRuns.STRANGER.publicHalf().pem());
        Path exposed = Files.copy(folder.resolve("key.pem"), folder.resolve("exposed.pem"));
        Files.setPosixFilePermissions(exposed, PosixFilePermissions.fromString("rw-r-----"));
        Path other = folder.resolve("other.pem");
        good("keys new --out " + other);

        for (String line :
                List.of("verify BUNDLE --key KEY", "ledger verify LEDGER --key KEY", "verify-proof PROOF --key KEY")) {
            names.put("KEY", stranger);
            refused(1, "A010 ", line);
            names.put("KEY", folder.resolve("absent.pem"));
            refused(1, "A011 ", line);
            names.put("KEY", folder.resolve("key.pem"));
            refused(1, "A012 ", line);
            refused(1, "A011 ", line.replace(" --key KEY", ""));
        }
        for (String line : List.of(
                "review BUNDLE --item 10 --outcome NOT_COUNTED --reason r --by b --key KEY",
                "ledger add LEDGER BUNDLE --key KEY",
                "classify samples/japan-fy2024.csv --bundle NEW --key KEY",
                "keys show KEY")) {
            names.put("KEY", folder.resolve("absent.pem"));
            refused(1, "A011 ", line);
            names.put("KEY", exposed);
            refused(1, "A013 ", line);
        }
        names.put("KEY", other);
        refused(1, "A010 ", "ledger add LEDGER BUNDLE --key KEY");
    }

    @Test
    void a_review_of_an_unknown_item_is_refused() {
        refused(1, "H002: ", "review BUNDLE --item 4711 --outcome NOT_COUNTED --reason r --by b --key PRIVATE");
    }

    @Test
    void worksheets_with_changed_or_missing_rows_are_refused() throws IOException {
        Path sheet = folder.resolve("sheet").resolve("sample.csv");
        refused(1, "W005 " + sheet, "assess BUNDLE --worksheet SHEET");
        String text = Files.readString(sheet).replaceAll(",,,,\n", ",NOT_COUNTED,,,\n");
        String row = text.lines()
                .filter(line -> line.contains("The port of the north"))
                .findFirst()
                .orElseThrow();

        Files.writeString(sheet, text.replace("The port of the north", "The port of the south"));
        refused(1, "W004 " + sheet, "assess BUNDLE --worksheet SHEET");
        Files.writeString(sheet, text.replace(row + "\n", ""));
        refused(1, "W004 " + sheet, "assess BUNDLE --worksheet SHEET");
        Files.writeString(sheet, text.replace(row + "\n", row + "\n" + row + "\n"));
        refused(1, "W004 " + sheet, "assess BUNDLE --worksheet SHEET");
        Files.writeString(sheet, text.replaceFirst("(?s)item,.*", ""));
        refused(1, "W002 " + sheet, "assess BUNDLE --worksheet SHEET");
    }
}
