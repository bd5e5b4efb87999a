package org.countsas.source.cell;

import java.math.BigDecimal;

/**
 * The cells of a row that turn an amount of a programme into an item. Immutable and thread-safe.
 *
 * @param fiscalYear the fiscal year
 * @param stage      the stage
 * @param currency   the currency
 * @param amount     the amount
 * @param unit       what the amount counts in, as a multiple of the currency's unit
 */
public record ItemCells(Cell fiscalYear, Cell stage, Cell currency, Cell amount, BigDecimal unit) {

    /**
     * A cell.
     *
     * @param column the name of its column
     * @param text   what it says
     */
    public record Cell(String column, String text) {}
}
