package org.countsas.policy.language;

import java.util.Arrays;
import org.countsas.policy.Condition;
import org.countsas.problem.Place;

/** A rule file's text, with the mapping from offsets to lines and columns. Immutable. */
final class SourceText {
    private final String file;
    private final String text;
    /** The offset at which each line begins. */
    private final int[] lines;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        int[] starts = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        lines = Arrays.copyOf(starts, count);
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The place of a character, by its offset from 0. */
    Place place(int offset) {
        int at = Math.min(Math.max(offset, 0), text.length());
        int found = Arrays.binarySearch(lines, at);
        int line = found >= 0 ? found : -found - 2;
        return Place.at(file, line + 1, at - lines[line] + 1);
    }

    /** The offset at which a line (from 1) begins. */
    int lineStart(int line) {
        return line <= 1 ? 0 : line > lines.length ? text.length() : lines[line - 1];
    }

    Condition.Source source(int start, int end) {
        Place place = place(start);
        return new Condition.Source(text.substring(start, end), place.line(), place.column());
    }

    /** Where a word first occurs from an offset on, or the offset. */
    int offsetAfter(int start, String word) {
        int offset = text.indexOf(word, start);
        return offset < 0 ? start : offset;
    }

    static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    /** As much of a text as fits into a message. */
    static String brief(String text) {
        return text.codePointCount(0, text.length()) <= 120
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 100)) + "…";
    }
}
