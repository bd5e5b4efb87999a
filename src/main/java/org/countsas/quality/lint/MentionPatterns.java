package org.countsas.quality.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countsas.item.Programme;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Mention;
import org.countsas.vocabulary.Scanner;
import org.countsas.vocabulary.TextSearch;
import org.countsas.vocabulary.Vocabulary;

/**
 * Which concepts a text can mention without mentioning others: a concept's terms are tried first, because they read well, and if each of
 * them mentions something unwanted, all texts are searched. Caches its answers; not thread-safe.
 */
final class MentionPatterns {
    private final Vocabulary vocabulary;
    private final Scanner scanner;
    private final Map<String, Map<String, Set<String>>> terms = new HashMap<>();
    private final Map<String, Set<String>> mentioned = new HashMap<>();
    private final Map<Question, Optional<String>> answers = new HashMap<>();
    private boolean undecided;

    private record Question(String wanted, Set<String> unwanted) {}

    MentionPatterns(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.scanner = vocabulary.scanner();
    }

    /** A text that mentions the one and none of the others; empty only if there is none. */
    Optional<String> text(String wanted, Collection<String> unwanted) {
        for (Map.Entry<String, Set<String>> term : termsOf(wanted).entrySet()) {
            if (Collections.disjoint(term.getValue(), unwanted)) {
                return Optional.of(term.getKey());
            }
        }
        return unwanted.contains(wanted)
                ? Optional.empty()
                : answers.computeIfAbsent(new Question(wanted, new TreeSet<>(unwanted)), this::searched);
    }

    /** Whether some search was abandoned, so that a claim may have been considered possible when it is not. */
    boolean gaveUp() {
        return undecided;
    }

    /** The concepts that a text mentions. */
    Set<String> mentionedIn(String text) {
        return mentioned.computeIfAbsent(
                text,
                key -> text.isEmpty()
                        ? Set.of()
                        : scanner.scan(Programme.builder("text").name(text).build()).all().stream()
                                .map(Mention::concept)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** How often a text mentions the concepts, one that is listed twice counted twice. */
    int count(String text, List<String> concepts) {
        List<Mention> mentions =
                scanner.scan(Programme.builder("text").name(text).build()).all();
        return (int) concepts.stream()
                .mapToLong(concept -> mentions.stream()
                        .filter(mention -> mention.concept().equals(concept))
                        .count())
                .sum();
    }

    private Map<String, Set<String>> termsOf(String concept) {
        return terms.computeIfAbsent(concept, id -> {
            Map<String, Set<String>> found = new LinkedHashMap<>();
            for (String term : vocabulary.concept(id).orElseThrow().terms()) {
                String text = term.endsWith("*") ? term.substring(0, term.length() - 1) : term;
                if (mentionedIn(text).contains(id)) {
                    found.put(text, mentionedIn(text));
                }
            }
            return found;
        });
    }

    /** Excludes only the concepts that turn up: a few of the hundreds are decisive. */
    private Optional<String> searched(Question question) {
        Set<String> left = new LinkedHashSet<>();
        while (true) {
            TextSearch.Found found = TextSearch.find(
                    concept(question.wanted), left.stream().map(this::concept).toList(), List.of());
            if (!found.decided()) {
                undecided = true;
                return Optional.of(question.wanted);
            }
            if (found.text().isEmpty()) {
                return Optional.empty();
            }
            List<String> more = new ArrayList<>(mentionedIn(found.text().get()));
            more.retainAll(question.unwanted);
            if (!left.addAll(more)) {
                return found.text();
            }
        }
    }

    private Concept concept(String id) {
        return vocabulary.concept(id).orElseThrow();
    }
}
