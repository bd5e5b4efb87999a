package org.countsas.source.table;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;

/** A table that can be read from the start as often as needed. Implementations are immutable and thread-safe. */
public interface Table {

    /** A consumer that saw the whole table, and the encoding of the text if it was one. */
    record Seen<C>(C consumer, Optional<Charset> charset) {}

    /** The name for messages. */
    String name();

    /**
     * Passes all rows to a consumer.
     *
     * @param consumers makes a new consumer each time the reading has to start afresh, with another encoding
     * @throws org.countsas.problem.ProblemException if the table cannot be read to its end
     */
    <C extends TableConsumer> Seen<C> read(Supplier<C> consumers);
}
