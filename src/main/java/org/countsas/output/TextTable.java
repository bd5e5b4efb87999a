package org.countsas.output;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** A table for a terminal, in which Japanese characters take two columns. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> rightAligned;

    /** @param rightAligned for each column, whether it is aligned to the right */
    public TextTable(Boolean... rightAligned) {
        this.rightAligned = List.of(rightAligned);
    }

    /** Adds a row with a cell for each column. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The table's lines, each with the indent before it. */
    public List<String> lines(String indent) {
        int[] widths = new int[rightAligned.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - width(row.get(i)));
                line.append(rightAligned.get(i) ? space + row.get(i) : row.get(i) + space)
                        .append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /**
     * How many terminal columns a text takes: East Asian wide and full-width characters take two (Unicode Standard Annex #11), and what
     * {@link VisibleText} escapes takes as many as its escape.
     */
    public static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int codePoint) {
        int escape = VisibleText.escapeWidth(codePoint);
        if (escape > 0) {
            return escape;
        }
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE4F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /** The text, cut to this many columns with an ellipsis if it is longer. */
    public static String cut(String text, int columns) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (width(line) <= columns) {
            return line;
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int codePoint : line.codePoints().toArray()) {
            used += width(codePoint);
            if (used > columns - 1) {
                break;
            }
            cut.appendCodePoint(codePoint);
        }
        return cut + "…";
    }
}
