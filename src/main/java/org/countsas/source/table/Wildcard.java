package org.countsas.source.table;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text with wildcards: {@code *} stands for any characters, or none, and {@code ?} for one. Width, case and surrounding white space do not
 * matter. Immutable and thread-safe.
 */
public final class Wildcard {
    private final int[] pattern;

    private Wildcard(int[] pattern) {
        this.pattern = pattern;
    }

    /** A text with wildcards. */
    public static Wildcard of(String pattern) {
        return new Wildcard(plain(pattern));
    }

    private static int[] plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
    }

    /** Whether a whole text matches. Goes back only to the last {@code *}, so that no pattern takes long. */
    public boolean matches(String whole) {
        int[] text = plain(whole);
        int next = 0;
        int star = -1;
        int afterStar = 0;
        for (int at = 0; at < text.length; ) {
            if (next < pattern.length && pattern[next] == '*') {
                star = next++;
                afterStar = at;
            } else if (next < pattern.length && (pattern[next] == '?' || pattern[next] == text[at])) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++afterStar;
            } else {
                return false;
            }
        }
        while (next < pattern.length && pattern[next] == '*') {
            next++;
        }
        return next == pattern.length;
    }
}
