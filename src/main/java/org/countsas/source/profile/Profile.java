package org.countsas.source.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countsas.item.Stage;
import org.countsas.source.table.ColumnMeaning;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.TableLayout;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one kind of table mean. Columns are named as in the table's header. Immutable and thread-safe.
 *
 * @param name     the profile's name
 * @param layout   how the table is written
 * @param columns  what columns say
 * @param amounts  the columns that hold amounts
 * @param defaults what applies if no column says otherwise
 * @param noAmount cells that mean that there is no amount
 * @param leftOut  columns left out on purpose, with the reason
 * @param rows     which rows are read
 */
public record Profile(
        String name,
        TableLayout layout,
        Columns columns,
        List<AmountColumns> amounts,
        Defaults defaults,
        Set<String> noAmount,
        Map<String, String> leftOut,
        RowConditions rows) {

    /**
     * What columns say, apart from amounts.
     *
     * @param byMeaning  columns by meaning; several texts are joined by a line break, several parts of an id by a hyphen
     * @param apartBy    columns that are added to an id that would otherwise stand for several rows
     * @param attributes columns by the attribute's key
     * @param sameId     what rows are that have the same id even so
     */
    public record Columns(
            Map<ColumnMeaning, List<String>> byMeaning,
            List<String> apartBy,
            Map<String, String> attributes,
            SameId sameId) {}

    /**
     * What applies to amounts if no column says otherwise.
     *
     * @param currency   the currency, ISO 4217
     * @param fiscalYear the fiscal year; null if columns state it
     * @param stage      the stage
     */
    public record Defaults(String currency, @Nullable Integer fiscalYear, Stage stage) {}

    /** Whether a table with this header has every column that the profile names. */
    public boolean fits(ColumnNames header) {
        return columns.byMeaning().values().stream().flatMap(List::stream).allMatch(header::has)
                && columns.apartBy().stream().allMatch(header::has)
                && columns.attributes().values().stream().allMatch(header::has)
                && leftOut.keySet().stream().allMatch(header::has)
                && rows.columns().stream().allMatch(header::has)
                && amounts.stream().allMatch(columns -> columns.isIn(header));
    }
}
