package org.countsas.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.cli.Console;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command rules lint, on a small folder of rules. */
class RulesLintCommandTest {
    private static final String ITEMS = """
            id,fiscal_year,stage,ministry,name,amount,currency
            1,2024,initial,M,北港の船,500,JPY
            2,2024,initial,M,北港の船舶,301,JPY
            3,2024,initial,M,船,70,JPY
            4,2024,initial,M,北港,90,JPY
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write_the_rules() throws IOException {
        write(SmallRules.complete());
    }

    @Test
    void rules_without_fault_end_with_0_and_leave_no_file() {
        Console console = Console.run("rules", "lint", folder, "--out", folder.resolve("found"));

        assertThat(console.err()).isEmpty();
        assertThat(console.out()).isEqualToIgnoringNewLines("1 rules, 7 concepts: nothing is needless.\n");
        assertThat(folder.resolve("found")).isEmptyDirectory();
        assertThat(console.code()).isZero();
    }

    @Test
    void what_an_earlier_run_found_does_not_stay_when_nothing_is_found() throws IOException {
        Path found = folder.resolve("found");
        write(SmallRules.complete()
                .withRules(
                        "shipbuilding",
                        RuleFileText.named("Ships"),
                        RuleFileText.named("Others").ifItem("names(\"ship\"), runBy(\"sea-ministry\")")));
        assertThat(Console.run("rules", "lint", folder, "--out", found).code()).isEqualTo(1);
        assertThat(found.resolve("lint.yaml")).exists();

        write(SmallRules.complete());
        Files.writeString(found.resolve("mine.yaml"), "tests: []\n");
        assertThat(Console.run("rules", "lint", folder, "--out", found).code()).isZero();
        assertThat(found.resolve("lint.yaml")).doesNotExist();
        assertThat(found.resolve("mine.yaml")).exists();

        Files.writeString(found.resolve("lint.yaml"), "# Of my own\ntests: []\n");
        assertThat(Console.run("rules", "lint", folder, "--out", found).code()).isZero();
        assertThat(found.resolve("lint.yaml")).hasContent("# Of my own\ntests: []\n");
    }

    @Test
    void what_is_found_ends_with_1_and_its_tests_pass_where_they_were_saved() throws IOException {
        write(SmallRules.complete()
                .withRules(
                        "shipbuilding",
                        RuleFileText.named("Ships"),
                        RuleFileText.named("Others").ifItem("names(\"ship\"), runBy(\"sea-ministry\")")));

        Console text = Console.run("rules", "lint", folder, "--out", folder.resolve("tests"));
        Console json = Console.run("rules", "lint", folder, "--json");

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out())
                .isEqualToIgnoringNewLines(
                        folder
                                + "/policies/shipbuilding.drl:19: 'Others' is needless: wherever it holds, 'Ships' holds and says as much\n"
                                + "    both hold of: {ministry: \"海洋省\", name: \"船\"} (small, 2026-04-01)\n\nFindings: 1, in 2 rules and 7 concepts.\n");
        assertThat(Files.readString(folder.resolve("tests/lint.yaml"))).isEqualTo("""
                # Written by 'countsas rules lint': each of these shows something that cannot matter.
                tests:
                  - name: "lint, subsumed: Others"
                    definition: small
                    asOf: 2026-04-01
                    item: {ministry: "海洋省", name: "船"}
                    expect: {fires: ["Others", "Ships"]}
                """);
        assertThat(Console.run("rules", "test", folder).out())
                .startsWith("1 tests by condition trees and by the engine, 0 failed");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out())
                .startsWith("{")
                .contains(
                        "\"kind\" : \"subsumed\"",
                        "\"rule\" : \"Others\"",
                        "\"because\" : [ \"Ships\" ]",
                        "\"passed\" : false");
        assertThat(Console.run("rules", "lint", folder, "--json").out()).isEqualTo(json.out());
    }

    @Test
    void in_japanese_the_same_is_said_in_japanese() throws IOException {
        write(SmallRules.complete()
                .withRules(
                        "shipbuilding",
                        RuleFileText.named("Ships"),
                        RuleFileText.named("Others").ifItem("names(\"ship\"), !aims(\"ship\")")));

        assertThat(Console.run("rules", "lint", folder, "--lang", "ja").out())
                .contains("「Others」は決して成立しない：names(\"ship\"), !aims(\"ship\")を満たす項目はない");
    }

    @Test
    void policies_that_claim_the_same_money_are_told_with_it_and_are_no_fault() throws IOException {
        write(SmallRules.complete()
                .withRules("shipbuilding", RuleFileText.named("Ships"))
                .withRules(
                        "ports",
                        RuleFileText.named("Ports")
                                .ifItem("names(\"port-north\")")
                                .with("share", "50")
                                .with("share_cite", "areas")));
        Path items = Files.writeString(folder.resolve("items.csv"), ITEMS);

        Console console = Console.run("rules", "lint", folder, items, "--definition", "small");
        Console json = Console.run("rules", "lint", folder, items, "--definition", "small", "--json");

        assertThat(console.code()).isZero();
        assertThat(console.out()).isEqualToIgnoringNewLines("""
                2 rules, 7 concepts: nothing is needless.

                Under small, pairs of policies that claim the same money: 1. Each yen counts once, in the first of the two.

                Ports / Shipbuilding: 2 items, 401 yen
                    1  北港の船    M  250 yen
                    2  北港の船舶  M  151 yen
                """);
        assertThat(json.out())
                .contains(
                        "\"counts\" : \"ports\"", "\"claims\" : \"shipbuilding\"", "\"items\" : 2", "\"amount\" : 401");
    }

    @Test
    void rules_with_errors_are_not_looked_at() throws IOException {
        write(SmallRules.complete().withRule(RuleFileText.named("Ships").ifItem("names(\"shipp\")")));

        Console console = Console.run("rules", "lint", folder);

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).startsWith("R005 ").contains("There is no concept 'shipp'. Did you mean 'ship'?");
    }

    private void write(SmallRules rules) throws IOException {
        rules.with("definitions/small.yaml", """
                definition: small
                title: {en: Small, ja: 小}
                status: comparison
                source: [areas]
                currency: JPY
                blocks: [{id: related, label: {en: Related, ja: 関連}}]
                policies: [{policy: ports, block: related}, {policy: shipbuilding, block: related}]
                """);
        for (var file : rules.bytes().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
