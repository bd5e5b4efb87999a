package org.countsas.source.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.result.Origin;
import org.countsas.source.table.TableConsumer;

/** All rows of a table, to be read through more than once. Not thread-safe. */
final class TableRows implements TableConsumer {
    private final List<Row> rows = new ArrayList<>();
    private final String file;

    /** A row of the table. */
    sealed interface Row {
        Origin origin();

        /**
         * A row that fits the header.
         *
         * @param cells by column, exactly as written
         */
        @SuppressWarnings("ArrayRecordComponent") // one for each row of a file: read, and never compared
        record Whole(Origin origin, String[] cells) implements Row {}

        /** A row that cannot be used. */
        record Broken(Origin origin, Problem problem) implements Row {}
    }

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
        rows.add(new Row.Whole(new Origin(file, row), cells));
    }

    @Override
    public void broken(int row, String reason, String fix) {
        Origin origin = new Origin(file, row);
        rows.add(new Row.Broken(origin, new Problem(Code.BROKEN_ROW, origin.place(), reason, fix)));
    }
}
