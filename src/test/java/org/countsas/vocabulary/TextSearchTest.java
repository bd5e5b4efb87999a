package org.countsas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.item.Programme;
import org.countsas.vocabulary.TextSearch.Found;
import org.junit.jupiter.api.Test;

class TextSearchTest {
    private static final List<String> ALPHABET = List.of("船", "員", "a", "b", " ");
    private static final int LONGEST = 6;
    private static final List<String> TEXTS = texts();

    @Test
    void the_shortest_text_is_found() {
        assertThat(found(concept("ship", List.of("造船所", "船"), List.of()))).contains("船");
        assertThat(found(concept("ship", List.of("船"), List.of("風船")), concept("balloon", List.of("風船"), List.of())))
                .contains("船");
    }

    @Test
    void a_term_is_hidden_from_another_concept_in_a_phrase_that_masks_it_there() {
        Concept broadcast = concept("broadcast", List.of("放送"), List.of());
        Concept masked = concept("radio", List.of("放送"), List.of("衛星放送"));

        assertThat(found(broadcast, masked)).contains("衛星放送");
        assertThat(found(broadcast, concept("radio", List.of("放送"), List.of()))).isEmpty();
    }

    @Test
    void a_latin_term_that_goes_on_leaves_the_word_itself() {
        assertThat(found(concept("a", List.of("satellite*"), List.of()), concept("b", List.of("satellite"), List.of())))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("satellite").hasSize(10));
        assertThat(found(concept("a", List.of("satellite"), List.of()), concept("b", List.of("satellite*"), List.of())))
                .isEmpty();
    }

    @Test
    void a_chain_of_phrases_hides_what_one_alone_does_not() {
        Concept wanted = concept("wanted", List.of("乙"), List.of());
        Concept first = concept("first", List.of("乙"), List.of("甲乙"));
        Concept second = concept("second", List.of("甲"), List.of("丙甲"));

        assertThat(found(wanted, first, second)).contains("丙甲乙");
    }

    @Test
    void texts_to_try_come_first() {
        Concept ship = concept("ship", List.of("船"), List.of());

        assertThat(TextSearch.find(ship, List.of(), List.of("車", "造船", "船")).text())
                .contains("造船");
    }

    @Test
    void on_small_words_the_search_agrees_with_all_texts_there_are() {
        Random random = new Random(11);
        int none = 0;
        for (int round = 0; round < 150; round++) {
            Concept wanted = concept("wanted", words(random, 1 + random.nextInt(2)), words(random, random.nextInt(3)));
            Concept first = concept("first", words(random, 1 + random.nextInt(3)), words(random, random.nextInt(3)));
            Concept second = concept("second", words(random, 1 + random.nextInt(2)), words(random, random.nextInt(2)));
            Found found = TextSearch.find(wanted, List.of(first, second), List.of());
            Scanner scanner = new Vocabulary(List.of(wanted, first, second)).scanner();
            Optional<String> shortest = TEXTS.stream()
                    .filter(text -> mentioned(scanner, text).equals(Set.of("wanted")))
                    .findFirst();

            String asked = wanted + " without " + first + " and " + second;
            assertThat(found.decided()).as(asked).isTrue();
            found.text()
                    .ifPresent(text -> assertThat(mentioned(scanner, text))
                            .as(asked + ": " + text)
                            .containsExactly("wanted"));
            if (shortest.isPresent()
                    || found.text().filter(text -> text.length() <= LONGEST).isPresent()) {
                assertThat(found.text().map(String::length)).as(asked).isEqualTo(shortest.map(String::length));
            }
            none += found.text().isEmpty() ? 1 : 0;
        }
        assertThat(none).as("questions without an answer").isBetween(10, 140);
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(3); length > 0; length--) {
                word.append(ALPHABET.get(random.nextInt(4)));
            }
            String term = word + (random.nextInt(3) == 0 ? "*" : "");
            if (!words.contains(term)) {
                words.add(term);
            }
        }
        return words;
    }

    /** All texts of the alphabet up to a length, the shortest first. */
    private static List<String> texts() {
        List<String> all = new ArrayList<>();
        List<String> last = List.of("");
        for (int length = 1; length <= LONGEST; length++) {
            last = last.stream()
                    .flatMap(text -> ALPHABET.stream().map(character -> text + character))
                    .toList();
            all.addAll(last);
        }
        return all;
    }

    private static Set<String> mentioned(Scanner scanner, String text) {
        return scanner.scan(Programme.builder("text").name(text).build()).all().stream()
                .map(Mention::concept)
                .collect(Collectors.toSet());
    }

    private static Optional<String> found(Concept wanted, Concept... unwanted) {
        Found found = TextSearch.find(wanted, List.of(unwanted), List.of());
        assertThat(found.decided()).isTrue();
        return found.text();
    }

    private static Concept concept(String id, List<String> terms, List<String> notWithin) {
        return new Concept(id, new BilingualText(id, id), terms, notWithin, "words.yaml", 1);
    }
}
