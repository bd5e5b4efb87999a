package org.countsas.source.table;

import java.util.List;

/** Reads the header of a table and nothing else. Not thread-safe. */
public final class HeaderReader implements TableConsumer {
    private List<String> names = List.of();
    private int row;

    private HeaderReader() {}

    /** Reads the header of a table. */
    public static HeaderReader read(Table table) {
        return table.read(HeaderReader::new).consumer();
    }

    /** The names of the columns; none if the table is blank. */
    public List<String> names() {
        return names;
    }

    /** The row of the header in the file, its first if it has several; 0 if the table is blank. */
    public int row() {
        return row;
    }

    /** The header of a table; no columns if the table is blank. */
    public static ColumnNames of(Table table) {
        return new ColumnNames(read(table).names);
    }

    @Override
    public boolean[] header(int headerRow, List<String> columns) {
        row = headerRow;
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
