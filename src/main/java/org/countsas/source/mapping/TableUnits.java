package org.countsas.source.mapping;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.countsas.source.cell.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What the amounts of a table count in, as far as the table says. Immutable and thread-safe.
 *
 * @param byColumn what a row of units says, by the column's number
 * @param whole    what is said of the whole table; null if nothing is
 */
record TableUnits(
        Map<Integer, BigDecimal> byColumn, @Nullable Stated whole) {
    /** The table says nothing. */
    static final TableUnits NONE = new TableUnits(Map.of(), null);

    TableUnits {
        byColumn = Map.copyOf(byColumn);
    }

    /**
     * A unit that a table states outside its columns of amounts.
     *
     * @param unit the multiple of the currency's unit
     * @param row  the row that states it; 0 for a heading
     * @param text the cell that states it
     */
    record Stated(BigDecimal unit, int row, String text) {}

    /** The unit that a column states in its name or in the row below. */
    Optional<BigDecimal> ofColumn(int column, String name) {
        return Optional.ofNullable(byColumn.get(column))
                .or(() -> Unit.inName(name).map(Unit.Named::unit));
    }

    /** The unit of a column: its own, or that of the whole table, or that of the currency. */
    BigDecimal of(int column, String name) {
        return ofColumn(column, name).orElse(whole == null ? BigDecimal.ONE : whole.unit());
    }
}
