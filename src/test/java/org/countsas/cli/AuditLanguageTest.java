package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Properties;
import org.countsas.audit.bundle.TestRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the audit trail speak English and Japanese. */
class AuditLanguageTest {
    private static final String END = System.lineSeparator();

    @TempDir
    private Path folder;

    private Path bundle = Path.of("");
    private Path key = Path.of("");
    private Path publicKey = Path.of("");
    private Path ledger = Path.of("");

    @BeforeEach
    void makeKeyAndBundle() throws IOException {
        key = folder.resolve("key.pem");
        publicKey = folder.resolve("key.pub.pem");
        ledger = folder.resolve("ledger");
        bundle = folder.resolve("run.zip");
        Console made = Console.run("keys", "new", "--out", key, "--lang", "ja");
        assertThat(made.out()).contains("  秘密鍵（本人以外に渡さないこと）：" + key + END + "  公開鍵（検証者に渡すもの）　　　：" + publicKey + END);
        TestRuns.write(bundle, org.countsas.audit.key.SigningKey.read(key));
    }

    private static String out(Object... arguments) {
        Console console = Console.run(arguments);
        assertThat(console.code()).as(console.err()).isZero();
        assertThat(console.err()).isEmpty();
        return console.out();
    }

    private static String ja(Object... arguments) {
        String[] all = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        all = java.util.Arrays.copyOf(all, all.length + 2);
        all[all.length - 2] = "--lang";
        all[all.length - 1] = "ja";
        return out((Object[]) all);
    }

    @Test
    void the_ledger_speaks_both() {
        assertThat(ja("ledger", "add", ledger, bundle, "--key", key))
                .startsWith("台帳 " + ledger + " に第1号として追加しました：実行 20260401T120000Z-");
        assertThat(ja("ledger", "verify", ledger, "--key", publicKey))
                .startsWith("確認できました：" + ledger + "（台帳 ")
                .endsWith("、実行1件）" + END);
        assertThat(ja("ledger", "log", ledger).lines().findFirst().orElseThrow())
                .containsSubsequence("番号", "追加日時", "実行", "規則の基準日", "定義", "目録のダイジェスト");
        assertThat(out("ledger", "log", ledger).lines().findFirst().orElseThrow())
                .containsSubsequence("No.", "Added", "Run", "Rules as of", "Definitions", "Digest of the manifest");
        Path proof = folder.resolve("growth.json");
        assertThat(ja("ledger", "prove", ledger, "--from", 1, "--out", proof))
                .isEqualTo("証明を " + proof + " に書き出しました" + END);
        assertThat(ja("verify-proof", proof, "--key", publicKey))
                .startsWith("確認できました：countsas/ledger/")
                .endsWith("（実行1件）は、以前のチェックポイントに続くものです" + END);
        assertThat(out("verify-proof", proof, "--key", publicKey))
                .endsWith(" goes on from the older checkpoint; runs: 1" + END);

        Console failed = Console.run("ledger", "verify", ledger, "--key", TestRunsKey.in(folder), "--lang", "ja");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).startsWith("確認できません：" + ledger);
        assertThat(failed.err()).startsWith("A010 ");
    }

    /** Somebody else's key. */
    private static final class TestRunsKey {
        static Path in(Path folder) {
            try {
                return Files.writeString(
                        folder.resolve("stranger.pub.pem"),
                        TestRuns.STRANGER.publicHalf().pem());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void proofs_of_decisions_speak_both() {
        Path proof = folder.resolve("proof.json");
        assertThat(ja("prove", bundle, "--item", "10", "--out", proof)).isEqualTo("証明を " + proof + " に書き出しました" + END);
        assertThat(out("prove", bundle, "--item", "10", "--out", proof)).isEqualTo("Proof written to " + proof + END);
        assertThat(ja("prove", bundle, "--item", "10"))
                .isEqualTo(out("prove", bundle, "--item", "10"))
                .startsWith("{");
        assertThat(ja("verify-proof", proof, "--key", publicKey))
                .contains("当初予算", "one：算入（ports、33.33%）、334円", "確認できました：この項目についてのこの判定は、その実行に含まれます");
        assertThat(out("verify-proof", proof, "--key", publicKey))
                .contains("initial budget", "one: counted (ports, 33.33 %), 334 yen");
    }

    @Test
    void reviews_and_the_history_of_an_item_speak_both() throws IOException {
        Object[] review = {
            "review", bundle, "--item", "10", "--outcome", "NOT_COUNTED", "--reason", "r", "--by", "監査人", "--key", key
        };
        assertThat(ja(review))
                .startsWith("審査 1 を記録しました：項目 10（定義 one）" + END + "  変更前：港に33.33%で算入：334円" + END + "  変更後：不算入" + END);
        Files.writeString(folder.resolve("run.zip.reviews.jsonl"), "{", StandardOpenOption.APPEND);
        Object[] again = {
            "review",
            bundle,
            "--item",
            "10",
            "--outcome",
            "NOT_COUNTED",
            "--reason",
            "again",
            "--by",
            "監査人",
            "--key",
            key,
            "--lang",
            "ja"
        };
        assertThat(Console.run(again).err())
                .startsWith("審査の最後の行が途中で切れていたため、" + folder.resolve("run.zip.reviews.jsonl.torn-1"));

        out("ledger", "add", ledger, bundle, "--key", key);
        assertThat(ja("history", ledger, "--item", "10"))
                .contains("項目 10：The port of the north", "基準日", "港に33.33%で算入", "判定は一度も変わっていない。");
    }

    @Test
    void the_page_of_a_bundle_names_areas_blocks_and_definitions() throws IOException {
        Path run = folder.resolve("ja");
        Console.run("classify", "samples/japan-fy2024.csv", "--bundle", run, "--lang", "ja");

        assertThat(Files.readString(run.resolve("report.html")))
                .contains(
                        "<h2>japan-2022：2022年の安保三文書による日本の定義</h2>",
                        "<tr><td>他府省の関連経費</td><td>海上保安庁</td><td class=\"number\">21</td>",
                        "<td>2024年度当初予算</td>")
                .doesNotContain("coast-guard", ">related<");
    }

    @Test
    void a_run_says_where_it_was_recorded_in_both() {
        Console signed = Console.run(
                "classify",
                "samples/japan-fy2024.csv",
                "--bundle",
                folder.resolve("a"),
                "--ledger",
                ledger,
                "--key",
                key,
                "--lang",
                "ja");
        assertThat(signed.out())
                .contains(
                        folder.resolve("a") + " に記録しました（実行 20260401T120000Z-",
                        "、署名 countsas-",
                        "台帳 " + ledger + " に第1号として追加しました");
        Console unsigned =
                Console.run("classify", "samples/japan-fy2024.csv", "--bundle", folder.resolve("b"), "--lang", "ja");
        assertThat(unsigned.err()).contains("このバンドルには署名がありません。");
        assertThat(unsigned.out()).contains(folder.resolve("b") + " に記録しました（実行 20260401T120000Z-");
    }

    @Test
    void where_no_key_is_trusted_that_is_said() {
        System.setProperty("countsas.keys", folder.resolve("keys").toString());
        try {
            assertThat(Console.run("keys", "show").err())
                    .isEqualTo("No public keys in " + folder.resolve("keys") + END);
            assertThat(Console.run("keys", "show", "--lang", "ja").err())
                    .isEqualTo(folder.resolve("keys") + " に公開鍵はありません" + END);
        } finally {
            System.clearProperty("countsas.keys");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cli/option/option",
                "report/bundle/bundle",
                "report/history/history",
                "report/review/review",
                "report/sampling/sampling"
            })
    void every_sentence_is_there_in_both(String name) throws IOException {
        Properties english = properties(name + ".properties");
        Properties japanese = properties(name + "_ja.properties");

        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(each -> assertThat(slots(japanese.getProperty(each)))
                        .as(each)
                        .isEqualTo(slots(english.getProperty(each))));
    }

    private static java.util.Set<String> slots(String text) {
        return java.util.regex.Pattern.compile("\\{\\d\\}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(AuditLanguageTest.class.getResourceAsStream("/org/countsas/" + name)),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "prove",
                "verify-proof",
                "keys new",
                "keys show",
                "ledger add",
                "ledger log",
                "ledger verify",
                "ledger prove",
                "history",
                "sample",
                "assess",
                "review",
                "reviews"
            })
    void every_command_takes_the_option(String command) {
        assertThat(Console.run((command + " --help").split(" ")).out()).contains("--lang");
        Object[] wrong = (command + " --lang xx a b --item 1 --key " + key).split(" ");
        assertThat(Console.run(wrong).code()).isEqualTo(2);
    }
}
