package org.countsas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
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

    @Test
    void many_patterns_of_many_characters_lie_in_one_table() {
        Random random = new Random(7);
        List<String> patterns = Stream.generate(() -> word(random, 1 + random.nextInt(8)))
                .limit(20_000)
                .distinct()
                .toList();
        String text = String.join("", patterns.subList(0, 3_000)) + word(random, 20_000);
        List<String> expected = new ArrayList<>();
        Set<String> known = new HashSet<>(patterns);
        for (int end = 1; end <= text.length(); end++) {
            for (int start = Math.max(0, end - 8); start < end; start++) {
                if (known.contains(text.substring(start, end))) {
                    expected.add(text.substring(start, end) + "@" + start);
                }
            }
        }
        assertThat(hits(patterns, text)).isEqualTo(expected).hasSizeGreaterThan(3_000);
    }

    /** Half of the characters are of a few, so that words share their beginnings and run into one another. */
    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        while (word.length() < length) {
            word.append((char) ('\u4E00' + random.nextInt(random.nextBoolean() ? 5 : 5_000)));
        }
        return word.toString();
    }

    private static List<String> hits(List<String> patterns, String text) {
        Alphabet alphabet = new Alphabet(patterns);
        CodedText coded = new CodedText(alphabet, new Normalizer());
        coded.read(text);
        List<String> hits = new ArrayList<>();
        new TermAutomaton(alphabet, patterns)
                .scan(
                        coded,
                        (pattern, end) -> hits.add(patterns.get(pattern) + "@"
                                + (end - patterns.get(pattern).length())));
        return hits;
    }
}
