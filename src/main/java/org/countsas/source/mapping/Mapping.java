package org.countsas.source.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which column of one table means what, by the column's number. Immutable and thread-safe.
 *
 * @param columns    columns by field; a field without a column is not in the map
 * @param apartBy    columns that are added to an id that would otherwise stand for several rows
 * @param attributes columns by the attribute's key
 * @param amounts    the columns that hold amounts
 * @param currency   the currency where no column says it
 * @param fiscalYear the fiscal year where neither the row nor the amount's column says it
 * @param stage      the stage, as a word, where neither the row nor the amount's column says it
 * @param noAmount   cells that mean that there is no amount
 */
public record Mapping(
        Map<TableField, List<Integer>> columns,
        List<Integer> apartBy,
        Map<String, Integer> attributes,
        List<AmountColumn> amounts,
        String currency,
        OptionalInt fiscalYear,
        String stage,
        Set<String> noAmount) {

    /**
     * A column of amounts.
     *
     * @param fiscalYear the fiscal year that the column settles, empty text if it does not
     * @param stage      the stage that the column settles, empty text if it does not
     */
    record AmountColumn(int column, String name, String fiscalYear, String stage, BigDecimal unit) {}
}
