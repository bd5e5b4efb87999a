package org.countsas.source.table;

import java.nio.charset.Charset;
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
