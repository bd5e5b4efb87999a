package org.countsas.source.table;

import java.util.List;

/** Takes the rows of a table as they are read. Not thread-safe. */
public interface TableConsumer {

    /**
     * Called once, before any row.
     *
     * @param row   the row of the header in the file
     * @param names the column names, without surrounding white space
     * @return which columns are wanted
     */
    boolean[] header(int row, List<String> names);

    /**
     * A row that is not blank.
     *
     * @param row   its place in the file, from 1
     * @param cells by column, exactly as written; empty for a column that is not wanted
     */
    void row(int row, String[] cells);

    /**
     * A row that cannot be used.
     *
     * @param row    its place in the file, from 1
     * @param reason what is wrong, one sentence, without a final full stop
     * @param fix    what to do, likewise
     */
    void broken(int row, String reason, String fix);

    /** Whether the rows are wanted; asked after the header. */
    default boolean wantsRows() {
        return true;
    }
}
