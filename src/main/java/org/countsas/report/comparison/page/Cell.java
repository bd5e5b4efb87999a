package org.countsas.report.comparison.page;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a table. Immutable and thread-safe.
 *
 * @param text  what it says
 * @param value its exact value, amounts in whole units of the currency; null if it has none
 * @param shade from 0, none, to 5, the darkest; null in a table without shades
 */
public record Cell(
        String text, @Nullable Long value, @Nullable Integer shade) {
    static Cell text(String text) {
        return new Cell(text, null, null);
    }

    static Cell of(long value, String said) {
        return new Cell(said, value, null);
    }

    Cell shaded(int degree) {
        return new Cell(text, value, degree);
    }
}
