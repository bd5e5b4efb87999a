package org.countsas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TermAutomatonTest {

    @Test
    void the_example_of_aho_and_corasick() {
        assertThat(hits(List.of("he", "she", "his", "hers"), "ushers")).containsExactly("she@1", "he@2", "hers@2");
    }

    @Test
    void occurrences_that_overlap_and_patterns_within_patterns_are_all_found() {
        assertThat(hits(List.of("aa", "a", "aaa"), "aaaa"))
                .containsExactly("a@0", "aa@0", "a@1", "aaa@0", "aa@1", "a@2", "aaa@1", "aa@2", "a@3");
        assertThat(hits(List.of("bc", "abcd", "c"), "abce abcd"))
                .containsExactly("bc@1", "c@2", "bc@6", "c@7", "abcd@5");
    }

    @Test
    void no_pattern_finds_nothing() {
        assertThat(hits(List.of(), "abc")).isEmpty();
    }

    @Test
    void the_ends_of_the_alphabet_are_letters_like_others() {
        assertThat(hits(List.of("\u0000", "\uFFFE\u0000"), "\uFFFE\u0000\uFFFE"))
                .containsExactly("\uFFFE\u0000@0", "\u0000@1");
    }

    @Property
    void finds_what_looking_at_every_place_for_every_pattern_finds(
            @ForAll @From("words") List<String> patterns, @ForAll @From("text") String text) {
        List<String> expected = new ArrayList<>();
        for (int end = 1; end <= text.length(); end++) {
            for (int start = 0; start < end; start++) {
                if (patterns.contains(text.substring(start, end))) {
                    expected.add(text.substring(start, end) + "@" + start);
                }
            }
        }
        assertThat(hits(patterns, text)).isEqualTo(expected);
    }

    @Provide
    static Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'c', '衛', '-')
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .uniqueElements()
                .ofMaxSize(40);
    }

    @Provide
    static Arbitrary<String> text() {
        return Arbitraries.strings().withChars('a', 'b', 'c', '衛', '-', 'x').ofMaxLength(60);
    }

    private static List<String> hits(List<String> patterns, String text) {
        Normalizer normalizer = new Normalizer();
        normalizer.normalize(text);
        List<String> hits = new ArrayList<>();
        new TermAutomaton(patterns)
                .scan(
                        normalizer,
                        (pattern, end) -> hits.add(patterns.get(pattern) + "@"
                                + (end - patterns.get(pattern).length())));
        return hits;
    }
}
