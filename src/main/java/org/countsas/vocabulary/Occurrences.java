package org.countsas.vocabulary;

import java.util.Arrays;
import org.countsas.vocabulary.Vocabulary.PatternUse;

/**
 * Where terms stand in a normalised text, in the order of their ends and the longest first among those of one end, in plain arrays that are used
 * again for the next text. Not thread-safe.
 */
final class Occurrences {
    private PatternUse[] uses = new PatternUse[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private final int longest;

    /** @param longest how many characters a term has at most */
    Occurrences(int longest) {
        this.longest = longest;
    }

    void clear() {
        size = 0;
    }

    void add(PatternUse use, int start, int end) {
        if (size == uses.length) {
            uses = Arrays.copyOf(uses, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        uses[size] = use;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    PatternUse use(int index) {
        return uses[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    /** Whether one covers an occurrence of the same concept. */
    boolean cover(int concept, int start, int end) {
        for (int i = size - 1; i >= 0 && ends[i] >= end; i--) {
            if (starts[i] <= start && uses[i].concept() == concept) {
                return true;
            }
        }
        return false;
    }

    /** Whether a longer one of the same concept covers this one, or one that was added before is of the same concept and place. */
    boolean coverOrRepeat(int index) {
        return coveredFromBefore(index) || coveredFromAfter(index);
    }

    /** Those before that end where this one ends are longer or of the same place. */
    private boolean coveredFromBefore(int index) {
        for (int i = index - 1; i >= 0 && ends[i] == ends[index]; i--) {
            if (uses[i].concept() == uses[index].concept()) {
                return true;
            }
        }
        return false;
    }

    private boolean coveredFromAfter(int index) {
        int start = starts[index];
        for (int i = index + 1; i < size && ends[i] - longest <= start; i++) {
            if (starts[i] <= start && ends[i] > ends[index] && uses[i].concept() == uses[index].concept()) {
                return true;
            }
        }
        return false;
    }
}
