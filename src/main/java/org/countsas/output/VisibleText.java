package org.countsas.output;

import org.apiguardian.api.API;

/**
 * Text as a terminal may show it. A character that would control the terminal or change the writing direction is shown as an escape such as
 * {@code \u001b}. The escapes are those of JSON, so that printed JSON keeps its meaning.
 *
 * <p>Escaped are the characters that Unicode calls control (Cc), format (Cf), line separator (Zl) and paragraph separator (Zp), and
 * unpaired surrogates. Format characters that only say where a line may break or letters join (soft hyphen, zero-width space and joiners,
 * word joiner) stay: they do neither, and published texts contain them. Thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class VisibleText {
    private static final int ESCAPE_LENGTH = 6;
    private static final char DELETE = '\u007F';
    private static final String HARMLESS = "\u00AD\u200B\u200C\u200D\u2060";

    private VisibleText() {}

    /** One line: a line feed within it is escaped too, so that no text can begin a line that looks like someone else's. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** Lines: line feeds, and carriage returns before them, are layout and stay. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    /** Whether all of a text may be shown as it is, line feeds aside. */
    public static boolean isVisible(String text) {
        return lines(text).equals(text);
    }

    /** How many columns the escape of a character takes; 0 if it is shown unescaped. */
    static int escapeWidth(int codePoint) {
        return isHidden(codePoint) ? ESCAPE_LENGTH * Character.charCount(codePoint) : 0;
    }

    private static String escaped(String text, boolean layout) {
        StringBuilder visible = null; // as long as there is nothing to escape
        int written = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit < DELETE) {
                continue;
            }
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            if (isHidden(codePoint) && !(layout && isLineEnd(text, at))) {
                visible = visible == null ? new StringBuilder(text.length() + ESCAPE_LENGTH) : visible;
                visible.append(text, written, at);
                for (int hidden = at; hidden < end; hidden++) {
                    visible.append(String.format("\\u%04x", (int) text.charAt(hidden)));
                }
                written = end;
            }
            at = end - 1;
        }
        return visible == null
                ? text
                : visible.append(text, written, text.length()).toString();
    }

    private static boolean isLineEnd(String text, int at) {
        return text.charAt(at) == '\n' || text.startsWith("\r\n", at);
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> HARMLESS.indexOf(codePoint) < 0;
            default -> false;
        };
    }
}
