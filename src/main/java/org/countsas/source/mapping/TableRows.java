package org.countsas.source.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.result.Origin;
import org.countsas.source.table.TableConsumer;

/** Passes on the rows of a table with their places. Not thread-safe. */
final class TableRows implements TableConsumer {
    private final String file;
    private final Consumer<Row> each;

    /** A row of the table. */
    sealed interface Row {
        Origin origin();

        /**
         * A row that fits the header.
         *
         * @param cells by column, exactly as written
         */
        @SuppressWarnings("ArrayRecordComponent") // the cells of one row, which nobody compares or changes
        record Whole(Origin origin, String[] cells) implements Row {}

        /** A row that cannot be used. */
        record Broken(Origin origin, Problem problem) implements Row {}
    }

    /**
     * @param file the table's name
     * @param each takes one row after another
     */
    TableRows(String file, Consumer<Row> each) {
        this.file = file;
        this.each = each;
    }

    @Override
    public boolean[] header(int row, List<String> columns) {
        boolean[] all = new boolean[columns.size()];
        Arrays.fill(all, true);
        return all;
    }

    @Override
    public void row(int row, String[] cells) {
        each.accept(new Row.Whole(new Origin(file, row), cells));
    }

    @Override
    public void broken(int row, String reason, String fix) {
        Origin origin = new Origin(file, row);
        each.accept(new Row.Broken(origin, new Problem(Code.BROKEN_ROW, origin.place(), reason, fix)));
    }
}
