package org.countsas.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;

/** Reads vocabulary files. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class VocabularyReader {
    private static final int LONGEST_TERM = 100;
    private static final int MOST_TERMS = 2_000;
    /** Terms of all concepts: the automaton for this many can be built in a second. */
    private static final int MOST_TERMS_OF_ALL = 100_000;

    private final Normalizer normalizer = new Normalizer();
    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Problems problems;
    private int termsRead;

    /** @param problems where everything wrong with the files is noted */
    public VocabularyReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads the concepts of a file. */
    public void read(String file, String text) {
        YamlReader.read(file, text, problems).ifPresent(root -> {
            root.knowing("vocabulary", "concepts");
            root.text("vocabulary");
            root.get("concepts")
                    .ifPresentOrElse(
                            node -> node.entries().forEach((id, concept) -> concept(file, id, concept)),
                            () -> root.problem(Code.BAD_VALUE, "The key 'concepts' is missing", "Add 'concepts:'"));
        });
    }

    /** Adds a concept that another kind of file defines, such as a listed facility. */
    public void add(YamlNode node, Concept concept) {
        if (concept.id().length() > LONGEST_TERM || !concept.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            node.problem(
                    Code.BAD_VALUE,
                    "'" + shortened(concept.id()) + "' is not a concept id",
                    "Use lower-case words joined by '-'");
        }
        Concept before = concepts.putIfAbsent(concept.id(), concept);
        if (before != null) {
            problems.add(
                    Code.DUPLICATE_CONCEPT,
                    Place.line(concept.file(), concept.line()),
                    "The concept '" + concept.id() + "' is already defined at "
                            + Place.line(before.file(), before.line()),
                    "Keep one of them, or give one of them another id");
        }
    }

    /** The terms under a key {@code terms}, with {@code ja} and {@code en} below it, or a plain list. */
    public List<String> terms(YamlNode node) {
        Set<String> terms = new LinkedHashSet<>();
        node.get("terms").ifPresent(list -> {
            if (list.isMapping()) {
                list.knowing("ja", "en");
                // A word such as LNG may well be listed in both languages.
                terms.addAll(terms(list.items("ja")));
                terms.addAll(terms(list.items("en")));
            } else {
                terms.addAll(terms(list.items()));
            }
        });
        if (terms.isEmpty()) {
            node.problem(Code.BAD_TERM, "There are no terms, so nothing can ever mention this", "Add 'terms:'");
        }
        return List.copyOf(terms);
    }

    /** The phrases under the key {@code notWithin}; none if it is missing. */
    public List<String> notWithin(YamlNode node) {
        return terms(node.items("notWithin"));
    }

    private List<String> terms(List<YamlNode> nodes) {
        List<String> terms = new ArrayList<>();
        nodes.forEach(node -> term(node, terms));
        return terms;
    }

    /** The English and Japanese label under the key; where one is missing, the other stands for both. */
    public static BilingualText label(YamlNode node, String key) {
        return node.get(key)
                .map(label -> {
                    label.knowing("en", "ja");
                    // Whoever writes one language only may; a label without any is a mistake.
                    String en = label.text("en", "");
                    String ja = label.text("ja", "");
                    return en.isEmpty() && ja.isEmpty()
                            ? new BilingualText(label.text("en"), label.text("ja"))
                            : new BilingualText(en.isEmpty() ? ja : en, ja.isEmpty() ? en : ja);
                })
                .orElseGet(() -> {
                    node.problem(
                            Code.BAD_VALUE, "The key '" + key + "' is missing", "Add '" + key + ": {en: …, ja: …}'");
                    return new BilingualText("", "");
                });
    }

    /** The vocabulary of everything read so far. */
    public Vocabulary vocabulary() {
        return new Vocabulary(concepts.values());
    }

    private void concept(String file, String id, YamlNode node) {
        node.knowing("label", "terms", "notWithin");
        add(
                node,
                new Concept(
                        id,
                        label(node, "label"),
                        terms(node),
                        notWithin(node),
                        file,
                        node.place().line()));
    }

    private void term(YamlNode node, List<String> terms) {
        if (terms.size() >= MOST_TERMS || termsRead++ >= MOST_TERMS_OF_ALL) {
            if (terms.size() == MOST_TERMS || termsRead == MOST_TERMS_OF_ALL + 1) {
                node.problem(
                        Code.BAD_TERM,
                        "There are more than " + MOST_TERMS + " terms in one list or " + MOST_TERMS_OF_ALL + " in all",
                        "Leave out what no budget says");
            }
            return;
        }
        String term = node.text();
        String text = normalizer.normalized(term.endsWith("*") ? term.substring(0, term.length() - 1) : term);
        if (text.isBlank() || text.contains("*") || text.length() > LONGEST_TERM) {
            node.problem(
                    Code.BAD_TERM,
                    "'" + shortened(term) + "' is not a term",
                    "Write 1 to " + LONGEST_TERM + " characters; '*' may only be at the end");
            return;
        }
        if (terms.contains(term)) {
            node.problem(Code.BAD_TERM, "The term '" + term + "' appears twice", "Keep one of them");
            return;
        }
        terms.add(term);
    }

    private static String shortened(String text) {
        return text.length() <= 2 * LONGEST_TERM ? text : text.substring(0, 2 * LONGEST_TERM) + "…";
    }

    /** The fix for an unknown concept: the nearest known one. */
    public String suggestion(String id) {
        return Suggestion.nearest(id, concepts.keySet())
                .map(Suggestion::question)
                .orElse("Define it in rules/vocabulary");
    }
}
