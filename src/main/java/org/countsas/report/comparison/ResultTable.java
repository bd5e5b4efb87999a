package org.countsas.report.comparison;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A table of the laboratory's results: the same rows in CSV and XLSX, and what the terminal shows is taken from them. Rows are made when
 * they are asked for, so that a table of a million need not be held.
 *
 * @param name    name of the file and of the sheet
 * @param columns names of the columns
 * @param size    how many rows there are
 * @param stream  cells, of which longs are numbers in whole units of the currency and everything else is text
 */
@API(status = API.Status.EXPERIMENTAL)
public record ResultTable(String name, List<String> columns, int size, Supplier<Stream<List<Object>>> stream) {
    public ResultTable {
        columns = List.copyOf(columns);
    }

    /** A table of rows that are at hand. */
    ResultTable(String name, List<String> columns, Collection<List<Object>> rows) {
        this(name, columns, rows.size(), List.copyOf(rows)::stream);
    }

    /** All rows. */
    List<List<Object>> rows() {
        return stream.get().toList();
    }
}
