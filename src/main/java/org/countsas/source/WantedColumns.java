package org.countsas.source;

import java.util.ArrayList;
import java.util.List;

/** Notes which columns of a table are wanted, and which of them the table does not have. Not thread-safe. */
final class WantedColumns {
    private final ColumnNames names;
    private final boolean[] wanted;
    private final List<String> missing = new ArrayList<>();
    private final List<String> missingRequired = new ArrayList<>();

    WantedColumns(ColumnNames names) {
        this.names = names;
        this.wanted = new boolean[names.size()];
    }

    /** The column of the first of these names that is there, now wanted; -1 if there is none, now missing. */
    int want(String... candidates) {
        int column = names.find(candidates);
        if (column < 0) {
            missing.add(candidates[0]);
        } else {
            wanted[column] = true;
        }
        return column;
    }

    /** The same for a column without which the table is of no use. */
    int require(String... candidates) {
        int column = want(candidates);
        if (column < 0) {
            missing.remove(candidates[0]);
            missingRequired.add(candidates[0]);
        }
        return column;
    }

    List<String> missingRequired() {
        return missingRequired;
    }

    boolean[] wanted() {
        return wanted;
    }

    List<String> missing() {
        return missing;
    }

    /** The cell of a column, empty if there is no such column. */
    static String cell(String[] cells, int column) {
        return column < 0 ? "" : cells[column];
    }
}
