package org.countsas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countsas.problem.Problem;
import org.countsas.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyReaderTest {
    private final Problems problems = new Problems();
    private final VocabularyReader reader = new VocabularyReader(problems);

    @Test
    void concepts_are_read_in_the_order_of_their_files() {
        reader.read("space.yaml", """
                vocabulary: space
                concepts:
                  satellite:
                    label: {en: satellites, ja: 人工衛星}
                    terms:
                      ja: [人工衛星, 衛星]
                      en: [satellite*]
                    notWithin: [衛星都市]
                  lng:
                    label: {en: LNG, ja: 液化天然ガス}
                    terms: [LNG, 液化天然ガス]
                """);
        reader.read(
                "more.yaml",
                "vocabulary: more\nconcepts:\n  both:\n    label: {en: b, ja: b}\n    terms: {ja: [LNG, 両方], en: [LNG]}\n");

        assertThat(shown()).isEmpty();
        assertThat(reader.vocabulary().concepts())
                .containsExactly(
                        new Concept(
                                "satellite",
                                new BilingualText("satellites", "人工衛星"),
                                List.of("人工衛星", "衛星", "satellite*"),
                                List.of("衛星都市"),
                                "space.yaml",
                                4),
                        new Concept(
                                "lng",
                                new BilingualText("LNG", "液化天然ガス"),
                                List.of("LNG", "液化天然ガス"),
                                List.of(),
                                "space.yaml",
                                10),
                        new Concept(
                                "both", new BilingualText("b", "b"), List.of("LNG", "両方"), List.of(), "more.yaml", 4));
        assertThat(reader.vocabulary().concept("lng")).isPresent();
        assertThat(reader.vocabulary().concept("LNG")).isEmpty();
    }

    @Test
    void a_concept_is_defined_once_over_all_files() {
        reader.read("a.yaml", "vocabulary: a\nconcepts:\n  x:\n    label: {en: x, ja: x}\n    terms: [x]\n");
        reader.read("b.yaml", "vocabulary: b\nconcepts:\n\n  x:\n    label: {en: x, ja: x}\n    terms: [y]\n");
        assertThat(shown())
                .containsExactly(
                        "V003 b.yaml:5: The concept 'x' is already defined at a.yaml:4. Keep one of them, or give one of them another id.");
        assertThat(reader.vocabulary().concepts())
                .singleElement()
                .extracting(Concept::terms)
                .isEqualTo(List.of("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`terms: [船, 船]`                    | V004 f.yaml:5:16: The term '船' appears twice. Keep one of them.",
                "`terms: {ja: [\"\"]}`                | V004 f.yaml:5:18: '' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                "`terms: [\"　\", 船]`                | V004 f.yaml:5:13: '　' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                "`terms: [\"*\", 船]`                 | V004 f.yaml:5:13: '*' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                "`terms: [\"sh*ip\", 船]`             | V004 f.yaml:5:13: 'sh*ip' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                "`terms: [\"ship**\", 船]`            | V004 f.yaml:5:13: 'ship**' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                "`terms: {ja: [船], fr: [navire]}`    | V002 f.yaml:5:26: Unknown key 'fr'. Known: en, ja.",
                "`terms: [船]\n    notWithin: [\"*\"]` | V004 f.yaml:6:17: '*' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                "`terms: [船]\n    notwithin: [風船]` | V002 f.yaml:6:16: Unknown key 'notwithin'. Did you mean 'notWithin'?",
                "`terms: [[船]]`                      | V002 f.yaml:5:13: Expected a single value.",
            })
    void what_is_wrong_with_a_concept_is_told_at_its_place(String lines, String first) {
        reader.read("f.yaml", "vocabulary: f\nconcepts:\n  x:\n    label: {en: x, ja: x}\n    " + lines + "\n");
        assertThat(shown()).first().isEqualTo(first);
        assertThat(reader.vocabulary().concepts()).hasSize(1);
    }

    @Test
    void a_term_has_at_most_a_hundred_characters() {
        reader.read(
                "f.yaml",
                "vocabulary: f\nconcepts:\n  x:\n    label: {en: x, ja: x}\n    terms: [" + "あ".repeat(100) + ", "
                        + "い".repeat(101) + "]\n");
        assertThat(shown())
                .containsExactly("V004 f.yaml:5:115: '" + "い".repeat(101)
                        + "' is not a term. Write 1 to 100 characters; '*' may only be at the end.");
    }

    @Test
    void all_that_a_concept_lacks_is_told_at_once() {
        reader.read("f.yaml", "concepts:\n  Big_Ship:\n    label: {}\n");
        assertThat(shown())
                .containsExactly(
                        "V002 f.yaml:1:1: The key 'vocabulary' is missing. Add 'vocabulary: …'.",
                        "V002 f.yaml:3:12: The key 'en' is missing. Add 'en: …'.",
                        "V002 f.yaml:3:12: The key 'ja' is missing. Add 'ja: …'.",
                        "V004 f.yaml:3:5: There are no terms, so nothing can ever mention this. Add 'terms:'.",
                        "V002 f.yaml:3:5: 'Big_Ship' is not a concept id. Use lower-case words joined by '-'.");
    }

    @Test
    void a_file_without_concepts_is_refused() {
        reader.read("f.yaml", "vocabulary: f\n");
        assertThat(shown()).containsExactly("V002 f.yaml:1:1: The key 'concepts' is missing. Add 'concepts:'.");
    }

    @Test
    void the_nearest_concept_is_suggested() {
        reader.read("f.yaml", "vocabulary: f\nconcepts:\n  satellite:\n    label: {en: x, ja: x}\n    terms: [x]\n");
        assertThat(reader.suggestion("satelite")).isEqualTo("Did you mean 'satellite'?");
        assertThat(reader.suggestion("ship")).isEqualTo("Define it in rules/vocabulary");
    }

    private List<String> shown() {
        return problems.found().stream().map(Problem::toString).toList();
    }
}
