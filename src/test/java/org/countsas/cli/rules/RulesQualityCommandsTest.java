package org.countsas.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.cli.Console;
import org.countsas.policy.book.SmallRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands rules test, rules coverage and rules mutate, on a small folder of rules. */
class RulesQualityCommandsTest {
    private static final String PASSING = """
            definition: small
            asOf: 2025-06-01
            tests:
              - name: Ships count
                item: {name: 船}
                expect: {outcome: counted, rule: Ships}
                but:
                  - {name: not cars, item: {name: 車}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write_the_rules() throws IOException {
        SmallRules rules =
                SmallRules.complete().with("tests/ships.yaml", PASSING).with("definitions/small.yaml", """
                        definition: small
                        title: {en: Small, ja: 小}
                        status: comparison
                        source: [areas]
                        currency: JPY
                        blocks: [{id: related, label: {en: Related, ja: 関連}}]
                        policies: [{policy: shipbuilding, block: related}]
                        """);
        for (var file : rules.bytes().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    @Test
    void tests_that_pass_end_with_0() {
        Console console = Console.run("rules", "test", folder);

        assertThat(console.out())
                .isEqualToIgnoringNewLines(
                        "2 tests by condition trees and by the engine, 0 failed; 0 phrases, 0 failed\n");
        assertThat(console.code()).isZero();
    }

    @Test
    void a_test_that_fails_ends_with_1_in_every_form() throws IOException {
        Files.writeString(
                folder.resolve("tests/ships.yaml"),
                PASSING.replace("not cars, item: {name: 車}", "not boats, item: {name: 船}"));

        Console text =
                Console.run("rules", "test", folder, "--without-engine", "--junit", folder.resolve("result.xml"));
        Console json = Console.run("rules", "test", folder, "--without-engine", "--json");

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out())
                .contains("FAILED", "Ships count, but not boats")
                .endsWith("2 tests, 1 failed; 0 phrases, 0 failed" + System.lineSeparator());
        assertThat(Files.readString(folder.resolve("result.xml"), StandardCharsets.UTF_8))
                .contains("failures=\"1\"");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out()).startsWith("{").contains("\"passed\" : false");
    }

    @Test
    void a_folder_without_tests_ends_with_1() throws IOException {
        Files.delete(folder.resolve("tests/ships.yaml"));

        assertThat(Console.run("rules", "test", folder)).satisfies(console -> {
            assertThat(console.code()).isEqualTo(1);
            assertThat(console.err()).startsWith("T003 ");
        });
    }

    @Test
    void coverage_is_told_by_tests_and_by_data_and_shown_as_a_page() throws IOException {
        Path items = Files.writeString(
                folder.resolve("items.csv"),
                "id,fiscal_year,stage,ministry,name,amount,currency\n1,2024,initial,M,船,5,JPY\n2,2024,initial,M,車,5,JPY\n");

        Console console =
                Console.run("rules", "coverage", items, "--rules", folder, "--html", folder.resolve("coverage.html"));

        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .contains("By 2 rule tests", "By 2 programmes of the input", "100.0 %   1 / 1  rules that fired");
        assertThat(Files.readString(folder.resolve("coverage.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("by-data");
        assertThat(console.code()).isZero();
    }

    @Test
    void coverage_below_what_is_asked_for_ends_with_1() throws IOException {
        Files.writeString(folder.resolve("tests/ships.yaml"), PASSING.substring(0, PASSING.indexOf("    but:")));

        Console console = Console.run("rules", "coverage", "--rules", folder, "--at-least", "95");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err()).isEqualToIgnoringNewLines("The condition coverage of 0.0 % is below 95.0 %\n");
        assertThat(Console.run("rules", "coverage", "--rules", folder, "--at-least", "0", "--json")
                        .out())
                .startsWith("{")
                .contains("\"never-false\"");
    }

    @Test
    void mutants_are_tried_within_bounds() {
        Console all = Console.run("rules", "mutate", folder);
        Console some = Console.run("rules", "mutate", folder, "--limit", "3", "--seed", "5", "--json");

        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("change-strength: rule → express", "mutation score ");
        assertThat(some.out()).contains("\"tried\" : 3", "\"seed\" : 5");
        assertThat(Console.run("rules", "mutate", folder, "--limit", "3", "--seed", "5", "--json")
                        .out())
                .isEqualTo(some.out());
    }

    @Test
    void a_mutation_score_below_what_is_asked_for_ends_with_1() {
        Console console = Console.run("rules", "mutate", folder, "--at-least", "100");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err()).startsWith("The mutation score of ").contains(" is below 100.0 %");
        assertThat(Console.run("rules", "mutate", folder, "--seconds", "0", "--at-least", "1")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void nothing_is_mutated_while_tests_fail() throws IOException {
        Files.writeString(folder.resolve("tests/ships.yaml"), PASSING.replace("outcome: counted", "outcome: review"));

        Console console = Console.run("rules", "mutate", folder);

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err()).contains("T004 ", "1 rule tests fail before anything is changed");
    }
}
