package org.countsas.source.cell;

import java.math.BigDecimal;
import org.countsas.source.table.NumberStyle;

/**
 * The cells of a row that turn an amount of a programme into an item. Immutable and thread-safe.
 *
 * @param fiscalYear the fiscal year
 * @param stage      the stage
 * @param currency   the currency
 * @param amount     the amount
 * @param unit       what the amount counts in, as a multiple of the currency's unit
 * @param numbers    how the amount is written
 */
public record ItemCells(Cell fiscalYear, Cell stage, Cell currency, Cell amount, BigDecimal unit, NumberStyle numbers) {

    /** Cells whose amount is written in the usual way. */
    public ItemCells(Cell fiscalYear, Cell stage, Cell currency, Cell amount, BigDecimal unit) {
        this(fiscalYear, stage, currency, amount, unit, NumberStyle.USUAL);
    }

    /**
     * A cell.
     *
     * @param column the name of its column
     * @param text   what it says
     */
    public record Cell(String column, String text) {}
}
