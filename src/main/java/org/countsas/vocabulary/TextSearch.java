package org.countsas.vocabulary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Finds a shortest text that mentions one concept and none of some others, or shows that there is none.
 *
 * <p>The texts that mention a concept form a regular language: terms and phrases are words of a trie, and what a scanner knows after
 * reading part of a text is finite. So the search walks the automaton of Aho and Corasick ({@link TermAutomaton}) breadth first, and is
 * exact. A state is
 *
 * <ul>
 *   <li>the node, which stands for the longest suffix of the text read that may become a term or phrase;
 *   <li>whether a Latin character precedes that suffix, because Latin terms match only at word boundaries;
 *   <li>for each concept, how far back its earliest occurrence begins that a phrase may still mask: a phrase that masks it must begin at or
 *       before it, so one that begins before the node's text is safe, and a later one is masked whenever the earliest is;
 *   <li>whether the wanted concept is definitely mentioned.
 * </ul>
 *
 * <p>Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class TextSearch {
    private static final int MOST_STATES = 200_000;
    private static final int WANTED = 0;

    /**
     * What a search found.
     *
     * @param textOrNull the text, in normalised form; null if there is none
     * @param decided    whether the search was completed; if not, there may be a text
     */
    public record Found(@Nullable String textOrNull, boolean decided) {
        /** The text, in normalised form; empty if there is none. */
        public Optional<String> text() {
            return Optional.ofNullable(textOrNull);
        }
    }

    private record Use(int concept, boolean masks, boolean boundaryBefore, boolean boundaryAfter, int length) {}

    private record State(int node, boolean latinBefore, boolean found, List<Integer> open) {}

    private record Step(State state, @Nullable Step previous, char character) {}

    private final Normalizer normalizer = new Normalizer();
    private final int concepts;
    private final List<Map<Character, Integer>> children = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<List<Use>> uses = new ArrayList<>();
    private final int[] failure;
    private final List<List<Character>> next = new ArrayList<>();

    private TextSearch(Concept wanted, Collection<Concept> unwanted) {
        concepts = unwanted.size() + 1;
        node("", 0);
        add(WANTED, wanted);
        int index = WANTED;
        for (Concept concept : unwanted) {
            add(++index, concept);
        }
        failure = new int[texts.size()];
        IntStream.range(1, failure.length)
                .boxed()
                .sorted(Comparator.comparing(node -> texts.get(node).length()))
                .forEach(node -> {
                    int parent = parents.get(node);
                    if (parent != 0) {
                        failure[node] = nodeAfter(
                                failure[parent],
                                texts.get(node).charAt(texts.get(node).length() - 1));
                    }
                });
        for (int node = 0; node < failure.length; node++) {
            next.add(charactersAfter(node));
        }
    }

    /**
     * Searches a text.
     *
     * @param wanted   what the text must mention
     * @param unwanted what it must not mention; may include the wanted concept with other terms
     * @param first    texts to try before all others, such as the terms in question
     */
    public static Found find(Concept wanted, Collection<Concept> unwanted, List<String> first) {
        TextSearch search = new TextSearch(wanted, unwanted);
        return first.stream()
                .map(search.normalizer::normalized)
                .filter(search::serves)
                .findFirst()
                .map(text -> new Found(text, true))
                .orElseGet(search::search);
    }

    /** What may follow a node and continue it, and one character of each kind that does not. */
    private List<Character> charactersAfter(int node) {
        TreeSet<Character> characters = new TreeSet<>(children.get(0).keySet());
        for (int end = node; end != 0; end = failure[end]) {
            characters.addAll(children.get(end).keySet());
        }
        "0123456789abcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
                .chars()
                .filter(letter -> !characters.contains((char) letter))
                .findFirst()
                .ifPresent(letter -> characters.add((char) letter));
        "/|。※#▽△◇◆○●"
                .chars()
                .filter(sign -> !characters.contains((char) sign))
                .findFirst()
                .ifPresent(sign -> characters.add((char) sign));
        return List.copyOf(characters);
    }

    /** Whether a text is what is searched for. */
    private boolean serves(String text) {
        Optional<State> state = Optional.of(start());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            state = state.flatMap(before -> after(before, character));
        }
        return state.filter(this::isGoal).isPresent();
    }

    private State start() {
        return new State(0, false, false, Collections.nCopies(concepts, 0));
    }

    private void add(int concept, Concept of) {
        of.terms().forEach(term -> add(concept, term, false));
        of.notWithin().forEach(phrase -> add(concept, phrase, true));
    }

    private void add(int concept, String term, boolean masks) {
        boolean open = term.endsWith("*");
        String text = normalizer.normalized(open ? term.substring(0, term.length() - 1) : term);
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            Integer next = children.get(node).get(text.charAt(i));
            if (next == null) {
                next = node(text.substring(0, i + 1), node);
                children.get(node).put(text.charAt(i), next);
            }
            node = next;
        }
        uses.get(node)
                .add(new Use(
                        concept,
                        masks,
                        Vocabulary.isLatin(text.charAt(0)),
                        !open && Vocabulary.isLatin(text.charAt(text.length() - 1)),
                        text.length()));
    }

    private int node(String text, int parent) {
        texts.add(text);
        parents.add(parent);
        children.add(new HashMap<>());
        uses.add(new ArrayList<>(0));
        return texts.size() - 1;
    }

    /** The node of the longest suffix of a node's text plus one more character. */
    private int nodeAfter(int from, char character) {
        int node = from;
        while (node != 0 && !children.get(node).containsKey(character)) {
            node = failure[node];
        }
        return children.get(node).getOrDefault(character, 0);
    }

    private Found search() {
        State start = start();
        Map<State, Boolean> seen = new HashMap<>(Map.of(start, true));
        Deque<Step> queue = new ArrayDeque<>(List.of(new Step(start, null, ' ')));
        while (!queue.isEmpty()) {
            Step step = queue.remove();
            if (isGoal(step.state)) {
                return new Found(textOf(step), true);
            }
            if (seen.size() > MOST_STATES) {
                return new Found(null, false);
            }
            for (char character : next.get(step.state.node)) {
                after(step.state, character)
                        .filter(next -> seen.putIfAbsent(next, true) == null)
                        .ifPresent(next -> queue.add(new Step(next, step, character)));
            }
        }
        return new Found(null, true);
    }

    private static String textOf(Step last) {
        StringBuilder text = new StringBuilder();
        Step step = last;
        while (step.previous != null) {
            text.append(step.character);
            step = step.previous;
        }
        return text.reverse().toString();
    }

    private boolean isGoal(State state) {
        int[] open = ended(state, false);
        return (state.found || open[WANTED] > 0) && Arrays.stream(open).skip(1).allMatch(back -> back == 0);
    }

    /** The state after one more character; empty if it definitely mentions something unwanted. */
    private Optional<State> after(State state, char character) {
        int[] open = ended(state, Vocabulary.isLatin(character));
        int node = nodeAfter(state.node, character);
        String read = texts.get(state.node) + character;
        int length = texts.get(node).length();
        boolean latinBefore = length == read.length()
                ? state.latinBefore
                : Vocabulary.isLatin(read.charAt(read.length() - length - 1));
        boolean found = state.found;
        for (int concept = 0; concept < concepts; concept++) {
            if (open[concept] > 0 && ++open[concept] > length) {
                if (concept != WANTED) {
                    return Optional.empty();
                }
                found = true;
            }
        }
        if (found) {
            open[WANTED] = 0;
        }
        return Optional.of(
                new State(node, latinBefore, found, Arrays.stream(open).boxed().toList()));
    }

    /** How far back the earliest open occurrence of each concept begins, once it is known what comes next. */
    private int[] ended(State state, boolean latinNext) {
        int[] open = state.open.stream().mapToInt(Integer::intValue).toArray();
        String text = texts.get(state.node);
        for (boolean masks : new boolean[] {false, true}) {
            for (int node = state.node; node != 0; node = failure[node]) {
                for (Use use : uses.get(node)) {
                    boolean latinBefore = use.length == text.length()
                            ? state.latinBefore
                            : Vocabulary.isLatin(text.charAt(text.length() - use.length - 1));
                    boolean cut = (use.boundaryBefore && latinBefore) || (use.boundaryAfter && latinNext);
                    if (use.masks == masks && !cut) {
                        int back = open[use.concept];
                        open[use.concept] = masks ? (back <= use.length ? 0 : back) : Math.max(back, use.length);
                    }
                }
            }
        }
        return open;
    }
}
