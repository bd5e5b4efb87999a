package org.countsas.source.table;

import java.util.List;

/** Reads the header of a table and nothing else. Not thread-safe. */
public final class HeaderReader implements TableConsumer {
    private List<String> names = List.of();

    private HeaderReader() {}

    /** The header of a table; no columns if the table is blank. */
    public static ColumnNames of(Table table) {
        return new ColumnNames(table.read(HeaderReader::new).consumer().names);
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

    /** Does nothing: no row is wanted. */
    @Override
    public void row(int row, String[] cells) {}

    /** Does nothing: no row is wanted. */
    @Override
    public void broken(int row, String reason, String fix) {}
}
