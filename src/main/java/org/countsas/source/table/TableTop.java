package org.countsas.source.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table as they stand, before anyone knows which of them is the header. Immutable and thread-safe.
 *
 * @param separator the separator by which a text table was read; null for others
 * @param lines     the rows that are not blank, at most {@link #MOST_LINES}
 */
public record TableTop(@Nullable Character separator, List<Line> lines) {
    /** Titles, notes and units above a header take fewer. */
    static final int MOST_LINES = 40;

    public TableTop {
        lines = List.copyOf(lines);
    }

    /**
     * A row.
     *
     * @param row   its place in the file, from 1
     * @param cells its cells, without surrounding white space
     */
    public record Line(int row, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** A cell; empty beyond the last. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
