package org.countsas.source.mapping;

import java.util.List;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.Table;
import org.countsas.source.table.TableTop;

/**
 * How a table is laid out. Immutable and thread-safe.
 *
 * @param table  the table, with its header where it is
 * @param header the names of its columns
 * @param place  where the header is, in words that name its rows; empty if it is the first row
 * @param above  the rows above the header
 */
record TableForm(Table table, ColumnNames header, String place, List<TableTop.Line> above) {
    TableForm {
        above = List.copyOf(above);
    }
}
