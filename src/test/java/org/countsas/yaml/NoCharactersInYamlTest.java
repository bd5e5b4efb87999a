package org.countsas.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.countsas.problem.Problem;
import org.countsas.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Escapes of YAML can write what no file in UTF-8 holds: half of a surrogate pair, and what is no character. */
class NoCharactersInYamlTest {

    private static java.util.List<String> problems(String text) {
        Problems problems = new Problems();
        assertThat(YamlReader.read("a.yaml", text, problems).isEmpty()).isEqualTo(!problems.isEmpty());
        return problems.found().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\uD800 | U+D800, half of a surrogate pair",
                "\\uDFFF | U+DFFF, half of a surrogate pair",
                "\\uDE00\\uD83D | U+DE00, half of a surrogate pair",
                "\\0 | U+0000, which is not a character",
                "\\x00 | U+0000, which is not a character",
                "\\uFFFE | U+FFFE, which is not a character",
                "\\uFFFF | U+FFFF, which is not a character",
                "\\uFDD0 | U+FDD0, which is not a character",
                "\\U0010FFFF | U+10FFFF, which is not a character"
            })
    void what_is_no_character_is_refused_with_its_place(String escape, String expected) {
        assertThat(problems("terms: [a, \"b" + escape + "c\"]\n"))
                .containsExactly("V001 a.yaml:1:12: The text holds " + expected + ". Remove it.");
    }

    @Test
    void every_one_is_told_in_keys_and_values_alike() {
        assertThat(problems("a: \"\\uD800\"\n\"b\\0\": {c: [\"\\uFFFE\"]}\n"))
                .containsExactly(
                        "V001 a.yaml:1:4: The text holds U+D800, half of a surrogate pair. Remove it.",
                        "V001 a.yaml:2:1: The text holds U+0000, which is not a character. Remove it.",
                        "V001 a.yaml:2:13: The text holds U+FFFE, which is not a character. Remove it.");
    }

    @Test
    void characters_beyond_the_first_plane_and_line_breaks_are_text() {
        assertThat(problems("a: [\"\\U00020BB7\", \"\\uD83D\\uDE00\", \"x\\n\\ty\", \"\\uE000\"]\n"))
                .isEmpty();
    }
}
