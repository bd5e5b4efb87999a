package org.countsas.workbench.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countsas.item.Programme;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Vocabulary;

/**
 * Finds programmes by words. A word is found wherever it stands, whatever its width and case. A word that names a concept of the vocabulary
 * also finds the other terms of that concept: {@code satellite} finds 衛星. Thread-safe.
 */
final class SearchIndex {
    private final Vocabulary vocabulary;
    private final Map<Programme, String> texts = Collections.synchronizedMap(new IdentityHashMap<>());

    SearchIndex(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What a person looks for: all of these, each in any of its forms. */
    record Words(List<List<String>> forms) {
        boolean isEmpty() {
            return forms.isEmpty();
        }
    }

    Words words(String typed) {
        String all = vocabulary.normalized(typed).strip();
        if (all.isEmpty()) {
            return new Words(List.of());
        }
        List<String> named = termsOf(all);
        if (!named.isEmpty()) {
            return new Words(
                    List.of(Stream.concat(Stream.of(all), named.stream()).toList()));
        }
        List<List<String>> forms = new ArrayList<>();
        Arrays.stream(all.split("\\s+"))
                .forEach(word -> forms.add(
                        Stream.concat(Stream.of(word), termsOf(word).stream()).toList()));
        return new Words(forms);
    }

    /** The terms of the concepts that a word names. */
    private List<String> termsOf(String word) {
        return vocabulary.concepts().stream()
                .filter(concept -> names(concept, word))
                .flatMap(concept -> concept.terms().stream())
                .map(this::term)
                .distinct()
                .toList();
    }

    private boolean names(Concept concept, String word) {
        return concept.id().equals(word)
                || concept.id().replace('-', ' ').equals(word)
                || vocabulary.normalized(concept.label().en()).equals(word)
                || concept.terms().stream().anyMatch(term -> term(term).equals(word));
    }

    private String term(String written) {
        return vocabulary.normalized(written.endsWith("*") ? written.substring(0, written.length() - 1) : written);
    }

    boolean finds(Words words, Programme programme) {
        String text = texts.computeIfAbsent(programme, this::textOf);
        return words.forms().stream().allMatch(forms -> forms.stream().anyMatch(text::contains));
    }

    private String textOf(Programme programme) {
        return vocabulary.normalized(String.join(
                "\n",
                programme.id(),
                programme.name(),
                programme.ministry(),
                programme.bureau(),
                programme.purpose(),
                programme.overview()));
    }
}
