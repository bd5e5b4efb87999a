package org.countsas.source.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table that can be read from the start any number of times. Implementations are immutable and thread-safe. */
public interface Table {

    /**
     * One pass over a table.
     *
     * @param consumer what took the rows
     * @param charset  the encoding of a text table; null for a workbook
     */
    record Pass<C>(C consumer, @Nullable Charset charset) {}

    /** The name for messages. */
    String name();

    /** Whether the user says where the header is, or the kind of table leaves no doubt. */
    boolean isHeaderKnown();

    /** The first rows, read as they most likely are; no lines if the table has no rows above its items. */
    TableTop top();

    /** The first rows, read in the other ways that are possible. */
    default List<TableTop> otherTops() {
        return List.of();
    }

    /**
     * The same table with its header elsewhere.
     *
     * @param top the first rows of this table, read in the way in which all of it is to be read
     */
    Table at(TableTop top, HeaderPlace header);

    /**
     * The same table after one look at all of it, so that reading it does not start over: each row is passed once, and to one consumer.
     *
     * @throws org.countsas.problem.ProblemException if the table cannot be read to its end
     */
    default Table settled() {
        return this;
    }

    /**
     * Passes all rows to a consumer.
     *
     * @param consumers makes a new consumer each time the reading has to start over, with another encoding
     * @throws org.countsas.problem.ProblemException if the table cannot be read to its end
     */
    <C extends TableConsumer> Pass<C> read(Supplier<C> consumers);
}
