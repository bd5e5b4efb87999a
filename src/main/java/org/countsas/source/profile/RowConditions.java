package org.countsas.source.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows of a table are read. Columns are named as in the table's header. Immutable and thread-safe.
 *
 * @param where  what a row must meet to be read: all of them
 * @param except by name, the conditions that rows to leave out must all meet
 */
public record RowConditions(List<Condition> where, Map<String, List<Condition>> except) {
    /** Every row is read. */
    public static final RowConditions NONE = new RowConditions(List.of(), Map.of());

    /**
     * A condition on a cell.
     *
     * @param column the cell's column
     * @param test   what the cell must say
     */
    public record Condition(String column, CellTest test) {}

    public RowConditions {
        where = List.copyOf(where);
        Map<String, List<Condition>> copy = new LinkedHashMap<>();
        except.forEach((name, conditions) -> copy.put(name, List.copyOf(conditions)));
        except = Collections.unmodifiableMap(copy);
    }

    /** The columns that the conditions look at. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        where.forEach(condition -> columns.add(condition.column()));
        except.values().forEach(conditions -> conditions.forEach(condition -> columns.add(condition.column())));
        return columns;
    }
}
