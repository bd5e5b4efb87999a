package org.countsas.policy;

import org.countsas.problem.Place;

/** A rule file's text with the way from offsets to lines and columns. Immutable. */
record SourceText(String file, String text) {

    /** The place of a character, by its offset from 0. */
    Place place(int offset) {
        int end = Math.min(Math.max(offset, 0), text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return Place.at(file, line, end - lineStart + 1);
    }

    /** The offset at which a line (from 1) begins. */
    int lineStart(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', start);
            if (next < 0) {
                return text.length();
            }
            start = next + 1;
        }
        return start;
    }

    Condition.Source source(int start, int end) {
        Place place = place(start);
        return new Condition.Source(text.substring(start, end), place.line(), place.column());
    }
}
