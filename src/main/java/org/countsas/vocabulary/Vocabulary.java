package org.countsas.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * All concepts, and the automaton that finds their terms.
 *
 * <p>Immutable and thread-safe. {@link #scanner()} gives a scanner for one thread.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Vocabulary {
    /** No character after it is a Latin letter. */
    static final char LAST_LATIN = 0x024F;

    private final List<Concept> concepts;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<List<PatternUse>> usesOfPattern = new ArrayList<>();
    private final Alphabet alphabet;
    private final TermAutomaton automaton;
    private final int longestPattern;
    private final char[] images = new char[Character.MAX_VALUE + 1];

    /** How a pattern of the automaton serves a concept. */
    record PatternUse(
            int concept, String term, boolean masks, boolean boundaryBefore, boolean boundaryAfter, int length) {}

    /**
     * @param concepts concepts with distinct ids and non-empty terms, as {@link VocabularyReader} checks them
     */
    public Vocabulary(Collection<Concept> concepts) {
        this.concepts = List.copyOf(concepts);
        Normalizer normalizer = new Normalizer(images);
        Map<String, Integer> patterns = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < this.concepts.size(); i++) {
            Concept concept = this.concepts.get(i);
            indexes.put(concept.id(), i);
            for (String term : concept.terms()) {
                add(i, term, false, normalizer, patterns, texts);
            }
            for (String phrase : concept.notWithin()) {
                add(i, phrase, true, normalizer, patterns, texts);
            }
        }
        alphabet = new Alphabet(texts);
        longestPattern = texts.stream().mapToInt(String::length).max().orElse(0);
        automaton = new TermAutomaton(alphabet, texts);
    }

    private void add(
            int concept,
            String term,
            boolean masks,
            Normalizer normalizer,
            Map<String, Integer> patterns,
            List<String> texts) {
        boolean open = term.endsWith("*");
        String text = normalizer.normalized(open ? term.substring(0, term.length() - 1) : term);
        int pattern = patterns.computeIfAbsent(text, key -> {
            texts.add(key);
            usesOfPattern.add(new ArrayList<>(1));
            return texts.size() - 1;
        });
        usesOfPattern
                .get(pattern)
                .add(new PatternUse(
                        concept,
                        term,
                        masks,
                        isLatin(text.charAt(0)),
                        !open && isLatin(text.charAt(text.length() - 1)),
                        text.length()));
    }

    /** The form of a text in which terms are compared: width, case and dashes do not matter. */
    public String normalized(String text) {
        return new Normalizer(images).normalized(text);
    }

    /** Whether a normalised character is a Latin letter or an ASCII digit: what words in Latin script are made of. */
    static boolean isLatin(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || (character >= 0x00DF && character <= LAST_LATIN && character != 0x00F7);
    }

    /** All concepts, in the order of their files. */
    public List<Concept> concepts() {
        return concepts;
    }

    /** The concept with this id, if there is one. */
    public Optional<Concept> concept(String id) {
        return Optional.ofNullable(indexes.get(id)).map(concepts::get);
    }

    /** A scanner for one thread. */
    @API(status = API.Status.INTERNAL)
    public Scanner scanner() {
        return new Scanner(this);
    }

    /**
     * The number of a concept: its place in {@link #concepts()}.
     *
     * @throws IllegalArgumentException if there is no such concept
     */
    @API(status = API.Status.INTERNAL)
    public int indexOf(String concept) {
        Integer index = indexes.get(concept);
        if (index == null) {
            throw new IllegalArgumentException("no concept '" + concept + "'");
        }
        return index;
    }

    /** A reader of texts in the alphabet of the terms. */
    CodedText codedText() {
        return new CodedText(alphabet, new Normalizer(images));
    }

    TermAutomaton automaton() {
        return automaton;
    }

    /** How many characters the longest term or phrase has. */
    int longestPattern() {
        return longestPattern;
    }

    List<PatternUse> usesOf(int pattern) {
        return usesOfPattern.get(pattern);
    }
}
