package org.countsas.source.table;

import java.util.ArrayList;
import java.util.List;

/** Notes which columns of a table are wanted, and which of those the table lacks. Not thread-safe. */
public final class WantedColumns {
    private final ColumnNames names;
    private final boolean[] wanted;
    private final List<String> missing = new ArrayList<>();
    private final List<String> missingRequired = new ArrayList<>();

    /** @param names the columns that the table has */
    public WantedColumns(ColumnNames names) {
        this.names = names;
        this.wanted = new boolean[names.size()];
    }

    /** The column of the first of these names that exists, which is now wanted; -1 if there is none, which is now missing. */
    public int want(String... candidates) {
        int column = names.find(candidates);
        if (column < 0) {
            missing.add(candidates[0]);
        } else {
            wanted[column] = true;
        }
        return column;
    }

    /** The same for a column without which the table is unusable. */
    public int require(String... candidates) {
        int column = want(candidates);
        if (column < 0) {
            missing.remove(candidates[0]);
            missingRequired.add(candidates[0]);
        }
        return column;
    }

    /** The first names of the required columns that are missing. */
    public List<String> missingRequired() {
        return missingRequired;
    }

    /** Which of the table's columns are wanted. */
    public boolean[] wanted() {
        return wanted;
    }

    /** The first names of the missing columns that are not required. */
    public List<String> missing() {
        return missing;
    }

    /** The cell of a column, empty if there is no such column. */
    public static String cell(String[] cells, int column) {
        return column < 0 ? "" : cells[column];
    }
}
