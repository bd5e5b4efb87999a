package org.countsas.source.table;

import java.util.List;

/** Looks at the header and at nothing else. Not thread-safe. */
public final class HeaderConsumer implements TableConsumer {
    private List<String> names = List.of();

    /** The header of a table; no columns if the table is blank. */
    public static ColumnNames of(Table table) {
        return new ColumnNames(table.read(HeaderConsumer::new).consumer().names);
    }

    @Override
    public boolean[] header(int row, List<String> columns) {
        names = columns;
        return new boolean[columns.size()];
    }

    @Override
    public boolean wantsRows() {
        return false;
    }

    @Override
    public void row(int row, String[] cells) {}

    @Override
    public void broken(int row, String reason) {}
}
