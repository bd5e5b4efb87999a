package org.countsas.source.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countsas.source.result.Origin;
import org.countsas.source.table.TableConsumer;

/** All rows of a table, to be gone through more than once. Not thread-safe. */
final class TableRows implements TableConsumer {
    private final List<Row> rows = new ArrayList<>();
    private final String file;

    /**
     * A row.
     *
     * @param cells  by column, exactly as written; none if the row does not fit the header
     * @param broken why the row does not fit the header; empty if it does
     */
    record Row(Origin origin, String[] cells, String broken) {}

    TableRows(String file) {
        this.file = file;
    }

    List<Row> rows() {
        return rows;
    }

    @Override
    public boolean[] header(int row, List<String> columns) {
        boolean[] all = new boolean[columns.size()];
        Arrays.fill(all, true);
        return all;
    }

    @Override
    public void row(int row, String[] cells) {
        rows.add(new Row(new Origin(file, row), cells, ""));
    }

    @Override
    public void broken(int row, String reason) {
        rows.add(new Row(new Origin(file, row), new String[0], reason));
    }
}
