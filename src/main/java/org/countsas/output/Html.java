package org.countsas.output;

/** Text in HTML. */
public final class Html {
    private Html() {}

    /**
     * A text that stands for itself, between tags and in quoted attributes. Control characters, which no page can show, become a sign that
     * says so (U+FFFD); tab and the ends of lines are white space and stay.
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append(character);
                default -> escaped.append(Character.isISOControl(character) ? '\uFFFD' : character);
            }
        }
        return escaped.toString();
    }
}
