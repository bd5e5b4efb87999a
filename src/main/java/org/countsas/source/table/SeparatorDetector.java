package org.countsas.source.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;

/** Finds the separator of a text table. */
final class SeparatorDetector {
    /** The separators that are looked for. */
    static final List<Character> CANDIDATES = List.of('\t', ',', ';', '|');

    private static final int HEAD = 1 << 16;

    private SeparatorDetector() {}

    /**
     * A tab if there is one in the header, where nobody writes one for its own sake; otherwise the candidate that occurs most often. A line
     * without any is a title.
     */
    static char detect(Reader text, int headerRow) throws IOException {
        text.mark(HEAD);
        char[] head = new char[HEAD];
        int length = 0;
        boolean quoted = false;
        boolean started = false;
        int line = 1;
        int[] counts = new int[CANDIDATES.size()];
        for (int i = 0; i < HEAD; i++) {
            if (i == length) {
                int count = text.read(head, length, Math.min(2048, HEAD - length));
                if (count <= 0) {
                    break;
                }
                length += count;
            }
            char c = head[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                line++;
                if (started
                        && line > Math.max(1, headerRow)
                        && Arrays.stream(counts).sum() > 0) {
                    break;
                }
            } else if (!quoted) {
                for (int k = 0; k < counts.length; k++) {
                    counts[k] += c == CANDIDATES.get(k) ? 1 : 0;
                }
            }
            started |= !Character.isWhitespace(c);
        }
        text.reset();
        if (counts[0] > 0) {
            return CANDIDATES.get(0);
        }
        int best = 1;
        for (int k = 2; k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return CANDIDATES.get(best);
    }
}
