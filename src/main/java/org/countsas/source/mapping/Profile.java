package org.countsas.source.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.countsas.item.Stage;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.DelimitedText;

/**
 * What the columns of one kind of table mean. Columns are named as in the table's header. Immutable and thread-safe.
 *
 * @param name       the profile's name
 * @param layout     how the table is written
 * @param sheet      the sheet of a workbook; empty for the first that is visible
 * @param columns    columns by field; several texts are joined by a line break, several parts of an id by a hyphen
 * @param apartBy    columns that are added to an id that would otherwise stand for several rows
 * @param attributes columns by the attribute's key
 * @param amounts    the columns that hold amounts
 * @param currency   the currency where no column says it, ISO 4217
 * @param fiscalYear the fiscal year where no column says it
 * @param stage      the stage where no column says it
 * @param noAmount   cells that mean that there is no amount
 * @param leftOut    columns that are left out on purpose, with the reason
 */
public record Profile(
        String name,
        DelimitedText.Layout layout,
        Optional<String> sheet,
        Map<TableField, List<String>> columns,
        List<String> apartBy,
        Map<String, String> attributes,
        List<Amounts> amounts,
        String currency,
        OptionalInt fiscalYear,
        Stage stage,
        Set<String> noAmount,
        Map<String, String> leftOut) {

    /**
     * A column of amounts, or all columns that are named by a fiscal year.
     *
     * @param column     the column; empty for the columns from one year to another
     * @param from       the first year
     * @param to         the last year
     * @param fiscalYear the fiscal year of the column's amounts, if the column settles it
     * @param stage      the stage of the amounts, if the column settles it
     * @param unit       what the amounts count in, as a multiple of the currency's unit
     */
    record Amounts(
            Optional<String> column,
            int from,
            int to,
            OptionalInt fiscalYear,
            Optional<Stage> stage,
            BigDecimal unit) {}

    /** Whether a table with this header has every column that the profile names. */
    boolean fits(ColumnNames header) {
        return columns.values().stream().flatMap(List::stream).allMatch(header::has)
                && apartBy.stream().allMatch(header::has)
                && attributes.values().stream().allMatch(header::has)
                && leftOut.keySet().stream().allMatch(header::has)
                && amounts.stream()
                        .allMatch(amount -> amount.column()
                                .map(header::has)
                                .orElseGet(() -> !yearColumns(header, amount).isEmpty()));
    }

    /** The columns of the header that are named by a fiscal year within the range. */
    static List<Integer> yearColumns(ColumnNames header, Amounts amount) {
        return java.util.stream.IntStream.range(0, header.size())
                .filter(i -> {
                    OptionalInt year = FiscalYear.parse(header.names().get(i));
                    return year.isPresent() && year.getAsInt() >= amount.from() && year.getAsInt() <= amount.to();
                })
                .boxed()
                .toList();
    }
}
