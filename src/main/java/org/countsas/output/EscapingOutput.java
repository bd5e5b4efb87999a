package org.countsas.output;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

/**
 * A page being written. The engine escapes inserted values according to their context; in addition, the same characters are escaped the
 * same way everywhere except in scripts, and a control character, which no page can show, becomes a replacement character (U+FFFD). Tabs
 * and line ends are white space and stay. Not thread-safe.
 */
final class EscapingOutput extends OwaspHtmlTemplateOutput {
    private final TemplateOutput page;
    private @Nullable String tag;
    private @Nullable String attribute;

    EscapingOutput(TemplateOutput page) {
        super(page);
        this.page = page;
    }

    @Override
    public void setContext(@Nullable String tagName, @Nullable String attributeName) {
        super.setContext(tagName, attributeName);
        this.tag = tagName;
        this.attribute = attributeName;
    }

    @Override
    public void writeUserContent(@Nullable String value) {
        if (value == null) {
            return;
        }
        StringOutput escaped = new StringOutput(value.length() + 16);
        OwaspHtmlTemplateOutput engine = new OwaspHtmlTemplateOutput(escaped);
        engine.setContext(tag, attribute);
        engine.writeUserContent(printable(value));
        boolean script = attribute == null && "script".equalsIgnoreCase(tag);
        page.writeContent(script ? escaped.toString() : uniform(escaped.toString()));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean space = character == '\t' || character == '\n' || character == '\r';
            printable.append(!space && Character.isISOControl(character) ? '\uFFFD' : character);
        }
        return printable.toString();
    }

    /** The engine escapes quotes only in attributes, and the end of a tag only between tags. */
    private static String uniform(String escaped) {
        return escaped.replace("&#34;", "&quot;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace(">", "&gt;");
    }
}
