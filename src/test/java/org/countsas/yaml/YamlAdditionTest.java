package org.countsas.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.countsas.problem.Problems;
import org.junit.jupiter.api.Test;

/** One more value in a list, and nothing else changed. */
class YamlAdditionTest {
    private static final List<String> KEYS = List.of("concepts", "ship", "terms");

    private static String added(String text, String value) {
        return YamlAddition.append(text, KEYS, value).orElse("");
    }

    @Test
    void a_list_in_brackets_stays_in_brackets() {
        assertThat(added("# ships\nconcepts:\n  ship: {terms: [船, \"a, b\"], x: 1} # end\n", "艇"))
                .isEqualTo("# ships\nconcepts:\n  ship: {terms: [船, \"a, b\", 艇], x: 1} # end\n");
    }

    @Test
    void a_list_in_lines_gets_a_line_of_its_indentation_after_the_comment_of_the_last() {
        assertThat(added("concepts:\n  ship:\n    terms:\n    - 船 # a comment\n  port: {}\n", "艇"))
                .isEqualTo("concepts:\n  ship:\n    terms:\n    - 船 # a comment\n    - 艇\n  port: {}\n");
    }

    @Test
    void ends_of_lines_and_the_mark_at_the_head_stay_as_they_are() {
        assertThat(added("\uFEFFconcepts:\r\n  ship:\r\n    terms:\r\n      - 船\r\n", "艇"))
                .isEqualTo("\uFEFFconcepts:\r\n  ship:\r\n    terms:\r\n      - 船\r\n      - 艇\r\n");
        assertThat(added("concepts: {ship: {terms: [𠮷]}}", "艇")).isEqualTo("concepts: {ship: {terms: [𠮷, 艇]}}");
        assertThat(added("concepts:\n  ship:\n    terms:\n      - 船", "艇"))
                .isEqualTo("concepts:\n  ship:\n    terms:\n      - 船\n      - 艇");
    }

    @Test
    void where_there_is_no_such_list_nothing_is_made_up() {
        assertThat(YamlAddition.append("concepts: {ship: {terms: 船}}", KEYS, "艇"))
                .isEmpty();
        assertThat(YamlAddition.append("concepts: {port: {terms: [港]}}", KEYS, "艇"))
                .isEmpty();
        assertThat(YamlAddition.append("concepts: {ship: {terms: []}}", KEYS, "艇"))
                .isEmpty();
    }

    @Property(tries = 2000)
    void whatever_is_added_is_read_back(
            @ForAll @StringLength(min = 1, max = 12) @CharRange(from = ' ', to = '~') @CharRange(from = 'ぁ', to = 'ヿ')
                    String value) {
        for (String text : List.of(
                "concepts: {ship: {terms: [船]}}\n", "concepts:\n  ship:\n    terms:\n      - 船\n    other: 1\n")) {
            Problems problems = new Problems();
            List<String> read = YamlReader.read("file", added(text, value), problems)
                    .flatMap(root -> root.get("concepts"))
                    .flatMap(concepts -> concepts.get("ship"))
                    .map(ship -> ship.texts("terms"))
                    .orElse(List.of());

            assertThat(problems.found()).isEmpty();
            assertThat(read).containsExactly("船", value);
        }
    }
}
