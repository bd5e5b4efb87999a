package org.countsas.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unicode escapes are refused wherever they stand, at the place where the published file has them. */
class EscapesTest {
    private static final int POSITIONS = 60;

    @Test
    void a_quotation_mark_in_an_escape_closes_no_text() {
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A")
                                .ifItem("names(\"shipbuilding-industry\\u0022) || names(\\u0022marine-equipment\")"))
                        .refusals())
                .containsExactly(
                        "R002 rules/policies/shipbuilding.drl:14:47: A Unicode escape. Write the character itself.",
                        "R002 rules/policies/shipbuilding.drl:14:64: A Unicode escape. Write the character itself.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0022", "\\u000a", "\\uuuu0022", "\\u", "\\ud83d\\ude00"})
    void an_escape_in_an_annotation_is_refused_where_it_stands(String escape) {
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A").with("because", "𠮷" + escape))
                        .refusals())
                .first()
                .asString()
                .startsWith("R002 rules/policies/shipbuilding.drl:11:17: A Unicode escape.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\\\\\"})
    void a_backslash_at_the_end_of_a_line_does_not_carry_a_text_to_the_next(String backslashes) {
        for (String lineEnd : List.of("\n", "\r\n")) {
            String text = SmallRules.file("shipbuilding", RuleFileText.named("A"))
                    .replace("@share(\"100\")", "@share(\"100" + backslashes + "\n\")")
                    .replace("\n", lineEnd);
            assertThat(SmallRules.complete().with(SmallRules.SHIPBUILDING, text).refusals())
                    .first()
                    .asString()
                    .contains("The text that opens here is not closed on its line");
        }
    }

    @ParameterizedTest
    @MethodSource("shippedRuleFiles")
    void an_escape_anywhere_in_a_shipped_file_is_refused_at_its_own_line_and_column(Path file) throws IOException {
        String text = Files.readString(file);
        Random random = new Random(42);
        for (String published : List.of(text, text.replace("\n", "\r\n"))) {
            for (int i = 0; i < POSITIONS; i++) {
                int at = random.nextInt(published.length());
                if (splitsAUnit(published, at)) {
                    continue;
                }
                String escape = List.of("\\u0022", "\\u005c", "\\u000a", "\\uu002f\\u002f")
                        .get(random.nextInt(4));
                String changed = published.substring(0, at) + escape + published.substring(at);

                Problems problems = new Problems();
                RuleFileParser.read("rules/policies/" + file.getFileName(), changed, problems);

                assertThat(problems.found())
                        .as("an escape at %d", at)
                        .extracting(Problem::place)
                        .contains(place(file, changed, at));
            }
        }
    }

    static Stream<Path> shippedRuleFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules", "policies"))) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList().stream();
        }
    }

    private static boolean splitsAUnit(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at))
                || (text.charAt(at) == '\n' && at > 0 && text.charAt(at - 1) == '\r')
                || (at > 0 && text.charAt(at - 1) == '\\');
    }

    /** Counted from the text alone, as an editor does. */
    private static Place place(Path file, String text, int at) {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Place.at("rules/policies/" + file.getFileName(), line, at - before.lastIndexOf('\n'));
    }
}
