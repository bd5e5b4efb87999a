package org.countsas.vocabulary;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds all occurrences of many patterns in one pass: the automaton of Aho and Corasick, "Efficient string matching: an aid
 * to bibliographic search", Communications of the ACM 18 (1975), over the codes of an {@link Alphabet}.
 *
 * <p>Its transitions lie in a double array: Aoe, "An efficient digital search algorithm by using a double-array structure", IEEE
 * Transactions on Software Engineering 15 (1989). A state is the number of a cell. The state after {@code s} and a code is the cell
 * {@code base[s] + code} if that cell's {@code check} is {@code s}. The rows of all states are laid over one another so that no two want the same
 * cell; thus twenty thousand states of a bilingual vocabulary take little more than as many cells, which stay in the processor's cache. A
 * table of all states and codes would hold a thousand times that.
 *
 * <p>Immutable after construction and thread-safe.
 */
final class TermAutomaton {
    private static final int ROOT = 0;
    private static final int FREE = -1;
    /** After so many cells at which a row does not fit, the search goes on from there for later rows too. */
    private static final int MOST_TRIES = 100;

    private int[] base = {0};
    private int[] check = {FREE};
    private int[] failure = {ROOT};
    /** The nearest state on the failure path, the state itself included, at which a pattern ends; the root if there is none. */
    private int[] nearestEnd = {ROOT};
    /** The pattern that ends at a state, where one does. */
    private int[] patternAt = {0};

    /** An automaton for distinct, non-empty patterns; a pattern is reported by its index in the list. */
    TermAutomaton(Alphabet alphabet, List<String> patterns) {
        new Construction(alphabet, patterns).run();
    }

    /** Receives the patterns that end at a character. */
    interface Hits {
        /** The pattern's occurrence ends just before {@code end}. */
        void hit(int pattern, int end);
    }

    /** Reports every occurrence of every pattern in the text, by end, the longest first. */
    void scan(CodedText text, Hits hits) {
        // All that the loop needs stands in local variables: the JVM's first compiler, which short runs use, neither
        // inlines nor keeps fields.
        int[] base = this.base;
        int[] check = this.check;
        int[] failure = this.failure;
        int[] nearestEnd = this.nearestEnd;
        char[] codes = text.codes();
        int length = text.length();
        int state = ROOT;
        for (int i = 0; i < length; i++) {
            int code = codes[i];
            int next = base[state] + code;
            while (check[next] != state) {
                if (state == ROOT) {
                    next = ROOT;
                    break;
                }
                state = failure[state];
                next = base[state] + code;
            }
            state = next;
            if (nearestEnd[state] != ROOT) {
                report(state, i + 1, hits);
            }
        }
    }

    private void report(int state, int end, Hits hits) {
        for (int at = nearestEnd[state]; at != ROOT; at = nearestEnd[failure[at]]) {
            hits.hit(patternAt[at], end);
        }
    }

    private int next(int from, char code) {
        int state = from;
        int next = base[state] + code;
        while (check[next] != state) {
            if (state == ROOT) {
                return ROOT;
            }
            state = failure[state];
            next = base[state] + code;
        }
        return next;
    }

    /** Builds the automaton from the root on, shorter states first: a state's failure is shorter than the state. */
    private final class Construction {
        private final Alphabet alphabet;
        private final List<String> patterns;
        /** The patterns' indexes, sorted by their codes: those that begin alike stand together. */
        private final int[] sorted;

        private final Deque<Node> open = new ArrayDeque<>();
        private final BitSet taken = new BitSet();
        private int firstTry = 1;

        /** A state and the range of sorted patterns that begin with its text, which is so many characters long. */
        private record Node(int state, int from, int to, int depth) {}

        Construction(Alphabet alphabet, List<String> patterns) {
            this.alphabet = alphabet;
            this.patterns = patterns;
            sorted = IntStream.range(0, patterns.size())
                    .boxed()
                    .sorted((a, b) -> compare(patterns.get(a), patterns.get(b)))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private int compare(String a, String b) {
            int common = Math.min(a.length(), b.length());
            for (int i = 0; i < common; i++) {
                if (a.charAt(i) != b.charAt(i)) {
                    return Integer.compare(alphabet.codeOf(a.charAt(i)), alphabet.codeOf(b.charAt(i)));
                }
            }
            return Integer.compare(a.length(), b.length());
        }

        void run() {
            makeRoom(alphabet.size());
            taken.set(ROOT);
            open.add(new Node(ROOT, 0, sorted.length, 0));
            while (!open.isEmpty()) {
                expand(open.remove());
            }
            int cells = taken.length() + alphabet.size();
            base = Arrays.copyOf(base, cells);
            check = Arrays.copyOf(check, cells);
            failure = Arrays.copyOf(failure, cells);
            nearestEnd = Arrays.copyOf(nearestEnd, cells);
            patternAt = Arrays.copyOf(patternAt, cells);
        }

        private void expand(Node node) {
            int from = node.from;
            if (node.depth > 0 && patterns.get(sorted[from]).length() == node.depth) {
                from++; // the pattern that ends here, which the state already knows
            }
            if (from == node.to) {
                return;
            }
            int[] codes = codes(from, node.to, node.depth);
            base[node.state] = node.state == ROOT ? 0 : fit(codes);
            makeRoom(base[node.state] + alphabet.size());
            for (int code : codes) {
                taken.set(base[node.state] + code);
                check[base[node.state] + code] = node.state;
            }
            for (int code : codes) {
                int end = from;
                while (end < node.to && code(end, node.depth) == code) {
                    end++;
                }
                child(node, code, from, end);
                from = end;
            }
        }

        private void child(Node parent, int code, int from, int to) {
            int state = base[parent.state] + code;
            failure[state] = parent.state == ROOT ? ROOT : next(failure[parent.state], (char) code);
            nearestEnd[state] = nearestEnd[failure[state]];
            if (patterns.get(sorted[from]).length() == parent.depth + 1) {
                nearestEnd[state] = state;
                patternAt[state] = sorted[from];
            }
            open.add(new Node(state, from, to, parent.depth + 1));
        }

        private char code(int index, int depth) {
            return alphabet.codeOf(patterns.get(sorted[index]).charAt(depth));
        }

        /** The codes that stand at this depth of the patterns, ascending. */
        private int[] codes(int from, int to, int depth) {
            int[] codes = new int[Math.min(to - from, alphabet.size())];
            int count = 0;
            for (int index = from; index < to; index++) {
                int code = code(index, depth);
                if (count == 0 || codes[count - 1] != code) {
                    codes[count++] = code;
                }
            }
            return Arrays.copyOf(codes, count);
        }

        /** The first base at which all cells of a row are free. */
        private int fit(int[] codes) {
            int cell = taken.nextClearBit(Math.max(firstTry, codes[0]));
            for (int tries = 1; !isFree(cell - codes[0], codes); tries++) {
                if (tries % MOST_TRIES == 0) {
                    firstTry = cell;
                }
                cell = taken.nextClearBit(cell + 1);
            }
            firstTry = taken.nextClearBit(firstTry);
            return cell - codes[0];
        }

        private boolean isFree(int base, int[] codes) {
            for (int code : codes) {
                if (taken.get(base + code)) {
                    return false;
                }
            }
            return true;
        }

        private void makeRoom(int cells) {
            if (cells > check.length) {
                int size = Math.max(cells, check.length * 2);
                int before = check.length;
                base = Arrays.copyOf(base, size);
                check = Arrays.copyOf(check, size);
                Arrays.fill(check, before, size, FREE);
                failure = Arrays.copyOf(failure, size);
                nearestEnd = Arrays.copyOf(nearestEnd, size);
                patternAt = Arrays.copyOf(patternAt, size);
            }
        }
    }
}
