package org.countsas.source.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countsas.source.profile.Profile;
import org.countsas.source.profile.SameId;
import org.countsas.source.table.ColumnMeaning;
import org.countsas.source.table.NumberStyle;

/**
 * What the columns of one table mean, by the column's number. Immutable and thread-safe.
 *
 * @param columns    columns by meaning; a meaning without a column is not in the map
 * @param apartBy    columns that are added to an id that would otherwise stand for several rows
 * @param sameId     what rows are that have the same id even so
 * @param attributes columns by the attribute's key
 * @param amounts    the columns that hold amounts
 * @param defaults   what applies if neither the row nor the amount's column says otherwise
 * @param numbers    how amounts are written
 * @param noAmount   cells that mean that there is no amount
 * @param rows       which rows are left out
 */
record ColumnMapping(
        Map<ColumnMeaning, List<Integer>> columns,
        List<Integer> apartBy,
        SameId sameId,
        Map<String, Integer> attributes,
        List<AmountColumn> amounts,
        Profile.Defaults defaults,
        NumberStyle numbers,
        Set<String> noAmount,
        RowFilter rows) {

    /**
     * A column of amounts.
     *
     * @param number     the column's number
     * @param name       its name
     * @param fiscalYear the fiscal year that the column determines, as text; empty if it determines none
     * @param stage      the stage that the column determines, as a word; empty if it determines none
     * @param unit       what the amounts count in, as a multiple of the currency's unit
     * @param where      what a row must meet for the column to give an amount for it
     */
    record AmountColumn(
            int number,
            String name,
            String fiscalYear,
            String stage,
            BigDecimal unit,
            List<RowFilter.Condition> where) {
        AmountColumn {
            where = List.copyOf(where);
        }

        AmountColumn(int number, String name, String fiscalYear, String stage, BigDecimal unit) {
            this(number, name, fiscalYear, stage, unit, List.of());
        }
    }
}
