package org.countsas.source.profile;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a cell must say for a condition to hold. Width, case and surrounding white space of texts do not matter. Immutable and thread-safe.
 */
public sealed interface CellTest {

    /** Whether a cell passes. */
    boolean passes(String cell);

    /** The cell has one of these texts. */
    static CellTest oneOf(Collection<String> texts) {
        return new OneOf(texts.stream().map(CellTest::plain).collect(Collectors.toUnmodifiableSet()));
    }

    /** The whole cell matches: {@code *} stands for any characters, or none, and {@code ?} for one. */
    static CellTest like(String pattern) {
        return new Like(plain(pattern));
    }

    /** The cell is empty, or has text. */
    static CellTest empty(boolean wanted) {
        return new Empty(wanted);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** One of some texts. */
    record OneOf(Set<String> texts) implements CellTest {
        @Override
        public boolean passes(String cell) {
            return texts.contains(plain(cell));
        }
    }

    /** A text with wildcards. */
    record Like(String pattern) implements CellTest {
        /** Goes back only to the last {@code *}, so that no pattern takes long. */
        @Override
        public boolean passes(String cell) {
            int[] wanted = pattern.codePoints().toArray();
            int[] text = plain(cell).codePoints().toArray();
            int next = 0;
            int star = -1;
            int afterStar = 0;
            for (int at = 0; at < text.length; ) {
                if (next < wanted.length && wanted[next] == '*') {
                    star = next++;
                    afterStar = at;
                } else if (next < wanted.length && (wanted[next] == '?' || wanted[next] == text[at])) {
                    next++;
                    at++;
                } else if (star >= 0) {
                    next = star + 1;
                    at = ++afterStar;
                } else {
                    return false;
                }
            }
            while (next < wanted.length && wanted[next] == '*') {
                next++;
            }
            return next == wanted.length;
        }
    }

    /** Only white space, or something else. */
    record Empty(boolean wanted) implements CellTest {
        @Override
        public boolean passes(String cell) {
            return cell.isBlank() == wanted;
        }
    }
}
