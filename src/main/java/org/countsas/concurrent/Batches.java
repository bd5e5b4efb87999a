package org.countsas.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Groups a stream into lists, reading ahead at most one of them. */
public final class Batches {
    private Batches() {}

    public static <T> Stream<List<T>> of(Stream<T> stream, int size) {
        Spliterator<T> source = stream.spliterator();
        return StreamSupport.stream(
                        new AbstractSpliterator<List<T>>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                            @Override
                            public boolean tryAdvance(Consumer<? super List<T>> action) {
                                List<T> chunk = new ArrayList<>(size);
                                while (chunk.size() < size && source.tryAdvance(chunk::add)) {
                                    // tryAdvance itself fills the chunk
                                }
                                if (chunk.isEmpty()) {
                                    return false;
                                }
                                action.accept(chunk);
                                return true;
                            }
                        },
                        false)
                .onClose(stream::close);
    }
}
