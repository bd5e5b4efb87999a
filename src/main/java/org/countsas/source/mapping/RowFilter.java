package org.countsas.source.mapping;

import java.util.List;
import java.util.Optional;
import org.countsas.source.profile.CellTest;

/**
 * Which rows of a table are left out. Immutable and thread-safe.
 *
 * @param where   what a row must meet to be read
 * @param reasons why rows that meet {@code where} are left out; the first reason that a row meets applies
 */
record RowFilter(List<Condition> where, List<Reason> reasons) {
    /** Every row is read. */
    static final RowFilter NONE = new RowFilter(List.of(), List.of());

    /**
     * A condition on the cell of a column.
     *
     * @param column the column's number
     * @param name   its name, for messages
     * @param test   what the cell must say
     */
    record Condition(int column, String name, CellTest test) {
        boolean holds(String[] cells) {
            return test.passes(cells[column]);
        }
    }

    /** Rows that meet all of some conditions are left out. */
    record Reason(String name, List<Condition> conditions) {}

    RowFilter {
        where = List.copyOf(where);
        reasons = List.copyOf(reasons);
    }

    /** Why a row is left out, to end "the row is left out …"; empty if it is read. */
    Optional<String> leavesOut(String[] cells) {
        for (Condition condition : where) {
            if (!condition.holds(cells)) {
                return Optional.of("because of 'where' on '" + condition.name() + "'");
            }
        }
        return reasons.stream()
                .filter(reason -> hold(reason.conditions(), cells))
                .map(reason -> "as '" + reason.name() + "'")
                .findFirst();
    }

    private static boolean hold(List<Condition> conditions, String[] cells) {
        return conditions.stream().allMatch(condition -> condition.holds(cells));
    }
}
