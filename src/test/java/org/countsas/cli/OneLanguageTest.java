package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countsas.testing.LatinWords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command answers in one language: what is in the other is a name of the data, an id, or what somebody types. */
class OneLanguageTest {
    private static final String JAPAN = "samples/japan-fy2024.csv";
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]+");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]+");

    /** Lines of terms that rules look for, of commands, of a rule's own text, and of titles that only say a publication's name. */
    private static final Pattern NOT_SAID = Pattern.compile(
            "(?m)^.*(?:探した語|共通する語|再現するコマンド|最も近い項目|語「).*$|^ *\\d+(?:  |: ).*$|^ *(?:出典：|[a-z0-9-]+: ).*$|^ *rules/policies/.*$|^ *(?:事業名|目的|概要)：.*$");

    /** Ids and names that are the same in every language. */
    private static final Pattern IDS = Pattern.compile(
            "[a-z]+(?:-[a-z0-9]+)+|\\b\\w*\\d\\w*\\b|(?:samples|rules|/)[^\\s（）。、：]*|japan-20\\d\\d[^：（）]*?\\+ [a-z-]+|[+] [a-z-]+");

    @TempDir
    static Path folder;

    private static Set<String> names = Set.of();

    @BeforeAll
    static void makeWhatAuditorsRead() throws IOException {
        // Organisations, aircraft, systems; authors of methods; areas whose id is one word; the program as tests run
        // it.
        Set<String> words = new HashSet<>(List.of(
                ("SACO PKO OSA DX FFM AICPA ISA JAXA NICT IoT AIP AI Stringer Clopper Pearson Neyman Popoviciu Wendell Schmee Roitblat The "
                                + "Sedona Conference Journal Audit Sampling space aviation shipbuilding cybersecurity countsas not packaged")
                        .split(" ")));
        for (String line : Files.readAllLines(Path.of(JAPAN))) {
            WORD.matcher(line)
                    .results()
                    .map(MatchResult::group)
                    .filter(OneLanguageTest::isAcronym)
                    .forEach(words::add);
        }
        names = words;
        Console.run("keys", "new", "--out", folder.resolve("k.pem"));
        Console.run(
                "classify",
                JAPAN,
                "--definition",
                "japan-2022",
                "--definition",
                "japan-2025-proposal",
                "--bundle",
                folder.resolve("run"),
                "--key",
                folder.resolve("k.pem"),
                "--ledger",
                folder.resolve("runs"));
        Console.run(
                "sample",
                folder.resolve("run"),
                "--definition",
                "japan-2022",
                "--tolerable",
                "2%",
                "--seed",
                "12345",
                "--out",
                folder.resolve("sample"),
                "--key",
                folder.resolve("k.pub.pem"));
        Console.run(
                "prove",
                folder.resolve("run"),
                "--item",
                "1732",
                "--definition",
                "japan-2022",
                "--out",
                folder.resolve("proof.json"));
    }

    private static boolean isAcronym(String word) {
        return word.chars().filter(Character::isUpperCase).count() > 1;
    }

    static Stream<String> commands() {
        return Stream.of(
                "classify " + JAPAN,
                "classify " + JAPAN + " --definition japan-2025-proposal --outcome counted --min-amount 10億",
                "items " + JAPAN + " --outcome counted --basis inferred --wide",
                "explain " + JAPAN + " --item 1732 --definition japan-2025-proposal --why-not --what-if",
                "explain " + JAPAN + " --item 1186 --why-not",
                "near-misses " + JAPAN + " --policy cybersecurity",
                "candidates " + JAPAN + " --policy cybersecurity --limit 3",
                "compare " + JAPAN + " --definition japan-2022 --definition japan-2022+shipbuilding",
                "scenarios " + JAPAN + " --base japan-2022",
                "targets " + JAPAN,
                "reconcile samples/state-budget",
                "score " + JAPAN + " --labels samples/japan-fy2024-labels.csv",
                "verify {run} --key {k.pub.pem} --replay",
                "verify {run}",
                "verify-proof {proof.json} --key {k.pub.pem}",
                "history {runs} --item 1732",
                "sample {run} --definition japan-2022 --tolerable 5% --seed 7 --method elusion --out {sample2} --key {k.pub.pem}",
                "sample {run} --definition japan-2022 --tolerable 5% --seed 7 --method random --out {sample3} --key {k.pub.pem}",
                "sample {run} --definition japan-2022 --tolerable 2% --seed 7 --method stratified --strata outcome,area,amount --population amount"
                        + " --out {sample4} --key {k.pub.pem}",
                "assess {run} --worksheet {sample/sample.xlsx} --key {k.pub.pem}",
                "review {run} --definition japan-2022 --item 398 --outcome NOT_COUNTED --reason 試行 --by 山田 --key {k.pem}",
                "reviews {run} --key {k.pub.pem}",
                "keys new --out {k2.pem}",
                "ledger verify {runs} --key {k.pub.pem}",
                "ledger log {runs}",
                "rules check",
                "rules list",
                "rules show 造船法に基づく支援",
                "rules coverage");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void aCommandAnswersInJapanese(String command) {
        Console console = run(command + " --lang ja");
        String said = IDS.matcher(NOT_SAID.matcher(console.out() + console.err())
                        .replaceAll("")
                        .replace(folder.toString(), ""))
                .replaceAll(" ");
        assertThat(LatinWords.in(said, names)).as(console.out() + console.err()).isEmpty();
    }

    static Stream<String> mistakes() {
        return Stream.of(
                "classify nichts.csv",
                "classify " + JAPAN + " --definition japan-2020",
                "classify " + JAPAN + " --fiscal-year 1999",
                "classify " + JAPAN + " --stage final",
                "classify " + JAPAN + " --as-of gestern",
                "classify " + JAPAN + " --langauge ja",
                "items " + JAPAN + " --csv --json",
                "explain " + JAPAN + " --item 港湾",
                "explain " + JAPAN + " --item 999999",
                "compare " + JAPAN + " --definition japan-2022 --definition japan-2022+moon",
                "score " + JAPAN + " --labels README.md",
                "verify {sample}",
                "verify-proof README.md",
                "sample {run} --definition japan-2022 --tolerable 2% --seed x --out {s9}",
                "keys new --out {k.pem}",
                "ledger verify {sample}",
                "rules show Nothing",
                "rules add-term port x");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsAnsweredInJapanese(String command) {
        Console console = run(command + " --lang ja");
        assertThat(console.code()).isNotZero();
        String err = console.err().replace(folder.toString(), "").replaceAll("(?m)^  .*", "");
        assertThat(LatinWords.in(err, Set.of("README", "samples"))).as(err).isEmpty();
        assertThat(console.err()).matches("(?s)[A-Z]\\d{3}[^。]*：.*");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "classify",
                "items",
                "targets",
                "near-misses",
                "candidates",
                "scenarios",
                "explain --item 007-00-304117-17-051-Mandatory-On-budget --why-not"
            })
    void aCommandAnswersInEnglishWhereTheDataAreEnglish(String command) {
        List<Object> words = new ArrayList<>(Arrays.asList((Object[]) command.split(" ")));
        words.addAll(1, List.of("samples/us-fy2016.csv"));
        if (!command.equals("scenarios")) {
            words.addAll(List.of("--definition", "us-050"));
        }
        Console console = Console.run(words.toArray());
        assertThat(JAPANESE.matcher(console.out() + console.err()).results().map(match -> match.group()))
                .isEmpty();
    }

    @Test
    void jsonIsTheSameInBothLanguages() {
        for (String command : List.of(
                "classify " + JAPAN + " --json",
                "items " + JAPAN + " --json --outcome counted",
                "explain " + JAPAN + " --item 1732 --json",
                "rules list --json",
                "score " + JAPAN + " --labels samples/japan-fy2024-labels.csv --json")) {
            assertThat(run(command + " --lang ja").out())
                    .as(command)
                    .isEqualTo(run(command + " --lang en").out());
        }
    }

    private static Console run(String command) {
        return Console.run(Arrays.stream(command.split(" "))
                .map(word -> word.startsWith("{")
                        ? folder.resolve(word.substring(1, word.length() - 1)).toString()
                        : word)
                .toArray());
    }
}
