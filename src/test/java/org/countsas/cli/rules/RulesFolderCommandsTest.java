package org.countsas.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.cli.Console;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands rules check, rules fmt, rules list and rules show, on a small folder of rules. */
class RulesFolderCommandsTest {
    private static final String SHIPS = "policies/shipbuilding.drl";

    @TempDir
    private Path folder;

    @BeforeEach
    void write_the_rules() throws IOException {
        write(SmallRules.complete());
    }

    @Test
    void sound_rules_pass_the_check() {
        Console console = Console.run("rules", "check", folder);

        assertThat(console.out().lines())
                .startsWith("1 rules, 1 definitions, 6 files: nothing is wrong.")
                .contains("Note: there is no Japanese title of 2 sources: areas; press");
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        assertThat(Console.run("rules", "check", folder, "--json").out()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void everything_that_is_wrong_is_told_in_one_pass_with_its_line_and_a_mark() throws IOException {
        write(SmallRules.complete()
                .withRules(
                        "shipbuilding",
                        RuleFileText.named("Ships").ifItem("names(\"shipp\")").with("cite", "area"),
                        RuleFileText.named("Old").with("until", "2020-03-31"),
                        RuleFileText.named("Ships"))
                .with("definitions/small.yaml", definition().replace("policy: shipbuilding", "policy: ships"))
                .with(
                        "vocabulary/more.yaml",
                        "vocabulary: more\nconcepts:\n  ship: {label: {en: a, ja: a}, terms: [a]}\n"));

        Console console = Console.run("rules", "check", folder);

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.out())
                .contains(
                        "R004 " + folder + "/policies/shipbuilding.drl:34: The rule 'Ships' is already defined at "
                                + folder + "/policies/shipbuilding.drl:5.",
                        "R005 " + folder
                                + "/policies/shipbuilding.drl:14:19: There is no concept 'shipp'. Did you mean 'ship'?",
                        "        $item : Item( names(\"shipp\") )\n".replace("\n", System.lineSeparator())
                                + " ".repeat(22) + "^",
                        "R006 " + folder
                                + "/policies/shipbuilding.drl:5: There is no source 'area'. Did you mean 'areas'?",
                        "The rule 'Old' ended on 2020-03-31 and no longer decides anything",
                        folder + "/definitions/small.yaml:7:",
                        "The concept 'ship' is already defined at " + folder + "/vocabulary/more.yaml:3.");
        assertThat(console.out()).doesNotContain("Exception");
    }

    @Test
    void editors_read_problems_as_json() throws Exception {
        write(SmallRules.complete().withRule(RuleFileText.named("Ships").ifItem("names(\"shipp\")")));

        Console console = Console.run("rules", "check", folder, "--json");
        JsonNode problem = JsonMapper.builder().build().readTree(console.out()).get(0);

        assertThat(console.code()).isEqualTo(1);
        assertThat(problem.get("code").asText()).isEqualTo("R005");
        assertThat(problem.get("file").asText()).isEqualTo(folder + "/" + SHIPS);
        assertThat(problem.get("line").asInt()).isEqualTo(14);
        assertThat(problem.get("column").asInt()).isEqualTo(19);
        assertThat(problem.get("fix").asText()).isEqualTo("Did you mean 'ship'?");
        assertThat(problem.get("text").asText()).contains("names(\"shipp\")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            a full-width space       | names("ship")            | \u3000names("ship")      | 14:19: A full-width space (U+3000) is outside a text
            full-width quotes        | names("ship")            | names(＂ship＂)           | 14:25: '＂' (U+FF02, FULLWIDTH QUOTATION MARK)
            curly quotes             | names("ship")            | names(“ship”)            | 14:25: '“' (U+201C, LEFT DOUBLE QUOTATION MARK)
            corner brackets          | names("ship")            | names(「ship」)           | 14:25: '「' (U+300C, LEFT CORNER BRACKET)
            a full-width parenthesis | names("ship")            | names（"ship")           | 14:24: '（' (U+FF08, FULLWIDTH LEFT PARENTHESIS)
            a text left open         | names("ship")            | names("ship)             | 14:25: The text that opens here is not closed
            a reason left open       | @cite("areas")           | @cite("areas)            | 10:11: The text that opens here is not closed
            a byte order mark        | package policies         | \uFEFFpackage policies   | 1:1: A byte order mark (U+FEFF)
            """)
    void a_slip_of_the_keyboard_is_named_where_it_stands(String slip, String text, String written, String told)
            throws IOException {
        String before = SmallRules.complete().text(SHIPS);
        assertThat(before).contains(text);
        Files.writeString(
                folder.resolve(SHIPS),
                before.replaceFirst(
                        java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(written)));

        Console console = Console.run("rules", "check", folder);

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.out()).as(slip).startsWith("R001 " + folder + "/" + SHIPS + ":" + told);
    }

    @Test
    void carriage_returns_and_tabs_are_no_fault() throws IOException {
        Files.writeString(
                folder.resolve(SHIPS),
                SmallRules.complete().text(SHIPS).replace("    ", "\t").replace("\n", "\r\n"));

        assertThat(Console.run("rules", "check", folder).code()).isZero();
    }

    @Test
    void another_encoding_is_told_with_the_line() throws IOException {
        byte[] windows = SmallRules.complete().text(SHIPS).getBytes(Charset.forName("windows-31j"));
        Files.write(folder.resolve(SHIPS), windows);

        Console console = Console.run("rules", "check", folder);

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.out())
                .startsWith("S003 " + folder + "/" + SHIPS + ":12: The file is not UTF-8: byte ")
                .contains("Save it as UTF-8");
        assertThat(Files.readAllBytes(folder.resolve(SHIPS))).isEqualTo(windows);
    }

    @Test
    void tests_that_refer_to_unknown_rules_and_anchors_are_told_with_their_lines() throws IOException {
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/ships.yaml"), """
                definition: small
                asOf: 2025-06-01
                tests:
                  - name: A
                    item: {name: 船}
                    expect: {rule: Shipps}
                """);
        assertThat(Console.run("rules", "check", folder).out())
                .startsWith("T")
                .contains("tests/ships.yaml:6:", "There is no rule 'Shipps'. Did you mean 'Ships'?");

        Files.writeString(folder.resolve("tests/ships.yaml"), "definition: &a small\nasOf: 2025-06-01\ntests: []\n");
        assertThat(Console.run("rules", "check", folder).out()).contains("tests/ships.yaml:1:", "nchor");

        Files.writeString(
                folder.resolve("tests/ships.yaml"), "definition: !!java.net.URL small\nasOf: 2025-06-01\ntests: []\n");
        Console tagged = Console.run("rules", "check", folder);
        assertThat(tagged.out()).contains("tests/ships.yaml:1:", "ag");
        assertThat(tagged.code()).isEqualTo(1);
    }

    @Test
    void formatting_writes_the_layout_once_and_leaves_faulty_files_alone() throws IOException {
        Console check = Console.run("rules", "fmt", folder, "--check");
        assertThat(check.out())
                .isEqualToIgnoringNewLines(folder + "/" + SHIPS + "\nNot in the layout: 1 of 1 files.\n");
        assertThat(check.code()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve(SHIPS)))
                .isEqualTo(SmallRules.complete().text(SHIPS));

        assertThat(Console.run("rules", "fmt", folder).out())
                .endsWith("Brought into the layout: 1 of 1 files." + System.lineSeparator());
        assertThat(Console.run("rules", "fmt", folder, "--check").code()).isZero();
        assertThat(Console.run("rules", "check", folder).code()).isZero();

        String faulty = Files.readString(folder.resolve(SHIPS)).replace("names(\"ship\")", "names( \"ship )");
        Files.writeString(folder.resolve(SHIPS), faulty);
        Console refused = Console.run("rules", "fmt", folder);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).startsWith("R001 ");
        assertThat(Files.readString(folder.resolve(SHIPS))).isEqualTo(faulty);
    }

    @Test
    void rules_are_listed_with_what_they_conclude_and_on_whose_word() throws IOException {
        write(SmallRules.complete()
                .withRules(
                        "ports", RuleFileText.named("Ports").rejectsEverywhere().with("strength", "express")));

        assertThat(Console.run("rules", "list", folder).out()).isEqualToIgnoringNewLines("""
                rule   policy        effect          strength  share  basis     citation
                Ports  Ports         does not count  express          inferred  areas
                Ships  Shipbuilding  counts          rule      100 %  inferred  areas
                """);
        assertThat(Console.run("rules", "list", folder, "--policy", "shipbuilding", "--json")
                        .out())
                .contains("\"rule\" : \"Ships\"", "\"central\" : 10000", "\"line\" : 5")
                .doesNotContain("\"Ports\"");
        Console unknown = Console.run("rules", "list", folder, "--policy", "ship");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no policy 'ship'");
    }

    @Test
    void a_rule_is_shown_in_sentences_beside_its_text() {
        assertThat(Console.run("rules", "show", "ships", folder).out().lines())
                .startsWith(
                        "Ships",
                        "  Shipbuilding, rule, inferred [" + folder + "/policies/shipbuilding.drl:5]",
                        "",
                        "An item counts in Shipbuilding at 100 % when all of this is so:",
                        "  - its name mentions “ships”",
                        "      14: names(\"ship\")")
                .contains("    14      $item : Item( names(\"ship\") )");
        assertThat(Console.run("rules", "show", "Ships", folder, "--lang", "ja").out())
                .contains("次のすべてに当てはまる項目は、造船に100%で算入される。", "事業名に「船」に当たる語がある");
        assertThat(Console.run("rules", "show", "Shipss", folder).err())
                .contains("There is no rule 'Shipss'. Did you mean 'Ships'?");
    }

    private static String definition() {
        return """
                definition: small
                title: {en: Small, ja: 小}
                status: comparison
                source: [areas]
                currency: JPY
                blocks: [{id: related, label: {en: Related, ja: 関連}}]
                policies: [{policy: shipbuilding, block: related}]
                """;
    }

    private void write(SmallRules rules) throws IOException {
        if (rules.text("definitions/small.yaml") == null) {
            rules.with("definitions/small.yaml", definition());
        }
        for (var file : rules.bytes().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
