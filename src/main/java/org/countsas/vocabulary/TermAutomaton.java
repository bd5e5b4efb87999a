package org.countsas.vocabulary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds all occurrences of many patterns in one pass: the automaton of Aho and Corasick, "Efficient string matching: an aid
 * to bibliographic search", Communications of the ACM 18 (1975).
 *
 * <p>Transitions are in one open-addressing table keyed by state and character. A dense table would be three times as fast for a hundred
 * terms, but would take states × alphabet entries: tens of megabytes for a bilingual vocabulary. The root, where most characters of a text
 * leave the automaton, is dense.
 *
 * <p>Immutable after construction and thread-safe.
 */
final class TermAutomaton {
    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final int[] rootNext = new int[Character.MAX_VALUE + 1];
    private final long[] keys;
    private final int[] targets;
    private final int mask;
    private final int[] failure;
    /** The nearest state on the failure path, including the state itself, at which a pattern ends; or NONE. */
    private final int[] nearestEnd;

    private final int[] patternAt;

    /** An automaton for distinct, non-empty patterns; a pattern is reported by its index in the list. */
    TermAutomaton(List<String> patterns) {
        int characters = patterns.stream().mapToInt(String::length).sum();
        int capacity = Integer.highestOneBit(Math.max(16, characters * 2)) * 2;
        keys = new long[capacity];
        Arrays.fill(keys, -1);
        targets = new int[capacity];
        mask = capacity - 1;
        int[] parent = new int[characters + 1];
        char[] letter = new char[characters + 1];
        patternAt = new int[characters + 1];
        Arrays.fill(patternAt, NONE);
        int states = 1;
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            int state = ROOT;
            for (char character : patterns.get(pattern).toCharArray()) {
                int next = target(state, character);
                if (next == NONE) {
                    next = states++;
                    put(state, character, next);
                    parent[next] = state;
                    letter[next] = character;
                }
                state = next;
            }
            patternAt[state] = pattern;
        }
        failure = new int[states];
        nearestEnd = new int[states];
        nearestEnd[ROOT] = NONE;
        List<List<Integer>> children = new ArrayList<>();
        for (int state = 0; state < states; state++) {
            children.add(new ArrayList<>(0));
        }
        for (int state = 1; state < states; state++) {
            children.get(parent[state]).add(state);
        }
        Deque<Integer> breadthFirst = new ArrayDeque<>(children.get(ROOT));
        while (!breadthFirst.isEmpty()) {
            int state = breadthFirst.remove();
            failure[state] = parent[state] == ROOT ? ROOT : next(failure[parent[state]], letter[state]);
            nearestEnd[state] = patternAt[state] != NONE ? state : nearestEnd[failure[state]];
            breadthFirst.addAll(children.get(state));
        }
    }

    /** Receives the patterns that end at a character. */
    interface Hits {
        /** The pattern's occurrence ends just before {@code end}. */
        void hit(int pattern, int end);
    }

    /** Reports every occurrence of every pattern in the normalised text, by end, the longest first. */
    void scan(Normalizer text, Hits hits) {
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            state = next(state, text.at(i));
            for (int end = nearestEnd[state]; end != NONE; end = nearestEnd[failure[end]]) {
                hits.hit(patternAt[end], i + 1);
            }
        }
    }

    private int next(int from, char character) {
        int state = from;
        while (state != ROOT) {
            int target = target(state, character);
            if (target != NONE) {
                return target;
            }
            state = failure[state];
        }
        return rootNext[character];
    }

    private int target(int state, char character) {
        if (state == ROOT) {
            return rootNext[character] == ROOT ? NONE : rootNext[character];
        }
        long key = key(state, character);
        for (int slot = slot(key); keys[slot] != -1; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return targets[slot];
            }
        }
        return NONE;
    }

    private void put(int state, char character, int target) {
        if (state == ROOT) {
            rootNext[character] = target;
            return;
        }
        long key = key(state, character);
        int slot = slot(key);
        while (keys[slot] != -1) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private static long key(int state, char character) {
        return (long) state << 16 | character;
    }

    private int slot(long key) {
        long hash =
                key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: Knuth, The Art of Computer Programming 3, section 6.4
        return (int) (hash >>> 40) & mask;
    }
}
