package org.countsas.report.comparison;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A table of the laboratory's results: the same rows in CSV and XLSX, and the source of what the terminal shows. Rows are made on request,
 * so that a table of a million rows need not be held in memory.
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

    /** A table of existing rows. */
    ResultTable(String name, List<String> columns, Collection<List<Object>> rows) {
        this(name, columns, rows.size(), List.copyOf(rows)::stream);
    }

    /** All rows. */
    List<List<Object>> rows() {
        return stream.get().toList();
    }
}
