package org.countsas.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countsas.problem.Problem;
import org.countsas.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlNodeTest {
    private final Problems problems = new Problems();

    @Test
    void values_are_read_with_their_places() {
        YamlNode root = read("""
                text: 海洋省 # a comment
                block: |
                  two
                  lines
                number: 43_000_000_000_000
                list: [a, "b"]
                deep:
                  deeper: {at: 2025-04-01, percent: "3.50", yes: true, no: false}
                """);
        assertThat(root.text("text")).isEqualTo("海洋省");
        assertThat(root.text("block")).isEqualTo("two\nlines\n");
        assertThat(root.get("number").orElseThrow().integer()).isEqualTo(43_000_000_000_000L);
        assertThat(root.texts("list")).containsExactly("a", "b");
        YamlNode deeper = root.get("deep").flatMap(deep -> deep.get("deeper")).orElseThrow();
        assertThat(deeper.place()).hasToString("f.yaml:8:11");
        assertThat(deeper.get("at").flatMap(YamlNode::date)).contains(LocalDate.of(2025, 4, 1));
        assertThat(deeper.get("percent").orElseThrow().decimal()).isEqualTo(new BigDecimal("3.50"));
        assertThat(deeper.get("yes").orElseThrow().bool()).isTrue();
        assertThat(deeper.get("no").orElseThrow().bool()).isFalse();
        assertThat(root.entries().keySet()).containsExactly("text", "block", "number", "list", "deep");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void what_is_not_there_is_empty_and_only_what_must_be_there_is_missed() {
        YamlNode root = read("a: x\nempty:\n");
        assertThat(root.get("b")).isEmpty();
        assertThat(root.items("b")).isEmpty();
        assertThat(root.texts("empty")).isEmpty();
        assertThat(root.get("empty").orElseThrow().entries()).isEmpty();
        assertThat(root.text("b", "otherwise")).isEqualTo("otherwise");
        assertThat(root.text("a", "otherwise")).isEqualTo("x");
        assertThat(problems.isEmpty()).isTrue();
        assertThat(root.text("b")).isEmpty();
        assertThat(shown()).containsExactly("V002 f.yaml:1:1: The key 'b' is missing. Add 'b: …'.");
    }

    @Test
    void a_single_value_stands_for_a_list_of_one() {
        YamlNode root = read("source: one\nsources: [one, two]\n");
        assertThat(root.texts("source")).containsExactly("one");
        assertThat(root.texts("sources")).containsExactly("one", "two");
        assertThat(root.get("source").orElseThrow().isSequence()).isFalse();
        assertThat(root.get("sources").orElseThrow().isSequence()).isTrue();
        assertThat(root.isMapping()).isTrue();
    }

    @Test
    void a_value_of_the_wrong_kind_is_noted_and_read_as_empty() {
        YamlNode root = read("""
                number: twelve
                fraction: 1.5
                long: 99999999999999999999
                decimal: 1,5
                date: 2025-4-1
                bool: yes
                mapping: {a: b}
                text: x
                """);
        assertThat(root.get("number").orElseThrow().integer()).isZero();
        assertThat(root.get("fraction").orElseThrow().integer()).isZero();
        assertThat(root.get("long").orElseThrow().integer()).isZero();
        assertThat(root.get("decimal").orElseThrow().decimal()).isEqualTo(BigDecimal.ZERO);
        assertThat(root.get("date").orElseThrow().date()).isEmpty();
        assertThat(root.get("bool").orElseThrow().bool()).isFalse();
        assertThat(root.get("mapping").orElseThrow().text()).isEmpty();
        assertThat(root.get("text").orElseThrow().entries()).isEmpty();
        assertThat(shown())
                .containsExactly(
                        "V002 f.yaml:1:9: 'twelve' is not a whole number. Write digits only.",
                        "V002 f.yaml:2:11: '1.5' is not a whole number. Write digits only.",
                        "V002 f.yaml:3:7: '99999999999999999999' is not a whole number. Write digits only.",
                        "V002 f.yaml:4:10: '1,5' is not a number.",
                        "V002 f.yaml:5:7: '2025-4-1' is not a date. Write it as 2025-04-01.",
                        "V002 f.yaml:6:7: 'yes' is neither true nor false.",
                        "V002 f.yaml:7:10: Expected a single value.",
                        "V002 f.yaml:8:7: Expected 'key: value' lines.");
    }

    @Test
    void an_unknown_key_is_noted_with_the_one_that_was_probably_meant() {
        read("polices: x\ncolour: y\n").knowing("policies", "title");
        assertThat(shown())
                .containsExactly(
                        "V002 f.yaml:1:10: Unknown key 'polices'. Did you mean 'policies'?",
                        "V002 f.yaml:2:9: Unknown key 'colour'. Known: policies, title.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a: [`               | V001 f.yaml:1:5: This is not YAML: expected the node content, but found '<stream end>'. Check indentation, quotes and colons at this place.",
                "`a: \"x`             | V001 f.yaml:1:6: This is not YAML: found unexpected end of stream. Check indentation, quotes and colons at this place.",
                "`a: b: c`            | V001 f.yaml:1:5: This is not YAML: mapping values are not allowed here. Check indentation, quotes and colons at this place.",
                "`- a`                | V001 f.yaml: The file has no keys. Write 'key: value' lines.",
                "`just text`          | V001 f.yaml: The file has no keys. Write 'key: value' lines.",
                "``                   | V001 f.yaml: The file has no keys. Write 'key: value' lines.",
                "`# a comment`        | V001 f.yaml: The file has no keys. Write 'key: value' lines.",
                "`a: 1\nb: 2\na: 3`   | V001 f.yaml:3:1: The key 'a' appears twice. Keep one of them.",
                "`a: {b: 1, b: 2}`    | V001 f.yaml:1:11: The key 'b' appears twice. Keep one of them.",
                "`a: &x 1`            | V001 f.yaml:1:4: Anchors, aliases and tags are not allowed here. Write the value out.",
                "`a: &x 1\nb: *x`     | V001 f.yaml:1:4: Anchors, aliases and tags are not allowed here. Write the value out.",
                "`a: *x`              | V001 f.yaml:1:4: This is not YAML: found undefined alias x. Check indentation, quotes and colons at this place.",
                "`&x a: 1`            | `V001 f.yaml:1:1: Anchors, aliases and tags are not allowed here. Write the value out.`",
                "`a: !x%20 y`         | V001 f.yaml: This is not YAML: Tag must not contain leading or trailing spaces.",
                "`a: !java.io.File x` | V001 f.yaml:1:4: Anchors, aliases and tags are not allowed here. Write the value out.",
                "`a: !!java.io.File [x]` | V001 f.yaml:1:4: Anchors, aliases and tags are not allowed here. Write the value out.",
                "`!x a: 1`            | V001 f.yaml:1:1: Anchors, aliases and tags are not allowed here. Write the value out.",
                "`? [a, b]\n: 1`      | V001 f.yaml:1:3: A key must be a word.",
                "`a: 1\n---\na: 2`    | V001 f.yaml:2:1: This is not YAML: but found another document. Check indentation, quotes and colons at this place.",
                "`a: \u0007`          | V001 f.yaml: This is not YAML: special characters are not allowed.",
                "`\ta: 1`             | V001 f.yaml:1:1: This is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation). Check indentation, quotes and colons at this place.",
            })
    void what_is_not_plain_data_is_refused_at_its_place(String text, String refusal) {
        assertThat(YamlReader.read("f.yaml", text, problems)).isEqualTo(Optional.empty());
        assertThat(shown()).containsExactly(refusal);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_key() {
        assertThat(read("\uFEFFa: x").text("a")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void a_file_that_is_nested_without_end_is_refused_and_not_a_crash(String bracket) {
        assertThat(YamlReader.read("f.yaml", "a:\n  " + bracket.repeat(100_000), problems))
                .isEmpty();
        assertThat(shown())
                .singleElement()
                .asString()
                .matches(
                        "V001 f\\.yaml:2:\\d+: Values are nested more than 16 deep\\. Remove brackets or indentation\\.");
    }

    @Test
    void a_file_of_more_than_four_million_characters_is_refused() {
        assertThat(YamlReader.read("f.yaml", "a: " + "x".repeat(YamlReader.MOST_CHARACTERS), problems))
                .isEmpty();
        assertThat(shown()).containsExactly("V001 f.yaml: The file has more than 4000000 characters. Split it.");
    }

    @Test
    void a_small_file_cannot_grow_into_a_large_one() {
        String laughs = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n";
        assertThat(YamlReader.read("f.yaml", laughs, problems)).isEmpty();
        assertThat(shown()).isNotEmpty().allMatch(problem -> problem.startsWith("V001 f.yaml:"));
    }

    private YamlNode read(String text) {
        return YamlReader.read("f.yaml", text, problems).orElseThrow();
    }

    private List<String> shown() {
        return problems.found().stream().map(Problem::toString).toList();
    }
}
