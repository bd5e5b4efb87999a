package org.countsas.concurrent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Maps a stream on all processors, in its order. A parallel stream would not do: it holds all results, or gives them in any order. Here the
 * thread that consumes the results reads the source a few elements ahead and hands them to the common pool. If the next result is not
 * ready, that thread computes results itself, the next or later ones, and waits only if all of them have been started: it never waits for
 * work that nobody is doing.
 */
public final class OrderedParallel {
    private OrderedParallel() {}

    /**
     * Maps a stream.
     *
     * @param function called from several threads
     * @param most     how many elements at most have been read but not yet consumed at any time
     */
    public static <T, R> Stream<R> map(Stream<T> source, Function<T, R> function, int most) {
        return StreamSupport.stream(new Results<>(source.spliterator(), function, most), false)
                .onClose(source::close);
    }

    private static final class Results<T, R> extends AbstractSpliterator<R> {
        private final Spliterator<T> source;
        private final Function<T, R> function;
        private final int most;
        private final Deque<FutureTask<R>> begun = new ArrayDeque<>();

        Results(Spliterator<T> source, Function<T, R> function, int most) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.source = source;
            this.function = function;
            this.most = most;
        }

        @Override
        public boolean tryAdvance(Consumer<? super R> action) {
            while (begun.size() < most && source.tryAdvance(this::begin)) {
                // tryAdvance itself begins the next
            }
            FutureTask<R> next = begun.poll();
            if (next == null) {
                return false;
            }
            next.run(); // nothing happens if another thread has started it
            for (FutureTask<R> other : begun) {
                if (next.isDone()) {
                    break;
                }
                other.run(); // rather than wait
            }
            action.accept(result(next));
            return true;
        }

        private void begin(T element) {
            FutureTask<R> task = new FutureTask<>(() -> function.apply(element));
            begun.add(task);
            ForkJoinPool.commonPool().execute(task);
        }

        private R result(FutureTask<R> task) {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return task.get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                begun.forEach(other -> other.cancel(false));
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException problem
                        ? problem
                        : new IllegalStateException(e.getCause());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
