package org.countsas.problem;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Finds what is not a character in texts: U+0000, half of a surrogate pair, and the code points that Unicode calls noncharacters. A file
 * that contains one is damaged or made to mislead; written and read again, it would not be the same. Thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class TextDefects {
    private TextDefects() {}

    /** The first one in a text, in words: {@code U+D800, half of a surrogate pair}. Empty if the text has none. */
    public static Optional<String> first(String text) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (isDefect(codePoint)) {
                String name = String.format("U+%04X", codePoint);
                return Optional.of(
                        name + (isSurrogate(codePoint) ? ", half of a surrogate pair" : ", which is not a character"));
            }
            at += Character.charCount(codePoint);
        }
        return Optional.empty();
    }

    /** Whether some characters include one; quicker than {@link #first}. */
    public static boolean any(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            char unit = text[at];
            if (unit == 0 || (unit >= Character.MIN_SURROGATE && (unit <= Character.MAX_SURROGATE || isDefect(unit)))) {
                int codePoint = Character.codePointAt(text, at, to);
                if (isDefect(codePoint)) {
                    return true;
                }
                at += Character.charCount(codePoint) - 1;
            }
        }
        return false;
    }

    /** Whether a code point is not a character. */
    public static boolean isDefect(int codePoint) {
        return codePoint == 0
                || isSurrogate(codePoint)
                || (codePoint & 0xFFFE) == 0xFFFE
                || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
