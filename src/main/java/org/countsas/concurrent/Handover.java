package org.countsas.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread make things and the calling thread take them, in the same order, so that both work at once. At any time some thousand
 * things have been made but not taken.
 */
public final class Handover {
    private static final int TOGETHER = 256;
    private static final int MOST = 4;

    private Handover() {}

    /** Things that were made; the last of all say so, with what ended their making. */
    private record Batch<T>(
            List<T> things, boolean last, @Nullable Throwable failure) {}

    /**
     * Returns when all things are taken, or ends with the first failure.
     *
     * @param maker is called on another thread, and gives each thing to what it is called with
     * @param taker is called on this thread
     * @throws RuntimeException what the maker throws, after everything that it made before is taken; or what the taker throws, once the
     *                          maker has ended
     */
    public static <T> void run(Consumer<Consumer<T>> maker, Consumer<T> taker) {
        BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(MOST);
        Thread thread = new Thread(() -> make(maker, queue), "countsas-maker");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                Batch<T> batch;
                try {
                    batch = queue.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                    continue;
                }
                batch.things().forEach(taker);
                if (batch.last()) {
                    rethrow(batch.failure());
                    return;
                }
            }
        } finally {
            while (thread.isAlive()) {
                thread.interrupt(); // only has an effect if the taker has failed
                queue.clear();
                try {
                    thread.join(10);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> void make(Consumer<Consumer<T>> maker, BlockingQueue<Batch<T>> queue) {
        Maker<T> to = new Maker<>(queue);
        Throwable failure = null;
        try {
            maker.accept(to);
        } catch (Throwable e) { // even too little memory must reach the other thread, which would wait forever
            failure = e;
        }
        try {
            to.hand(true, failure);
        } catch (CancellationException e) {
            // The taker has failed, and nobody waits any more.
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        }
    }

    /** Collects things and hands over many at a time. */
    private static final class Maker<T> implements Consumer<T> {
        private final BlockingQueue<Batch<T>> queue;
        private List<T> things = new ArrayList<>(TOGETHER);

        Maker(BlockingQueue<Batch<T>> queue) {
            this.queue = queue;
        }

        @Override
        public void accept(T thing) {
            things.add(thing);
            if (things.size() == TOGETHER) {
                hand(false, null);
            }
        }

        void hand(boolean last, @Nullable Throwable failure) {
            List<T> made = things;
            things = new ArrayList<>(last ? 0 : TOGETHER);
            try {
                queue.put(new Batch<>(made, last, failure));
            } catch (InterruptedException e) {
                throw new CancellationException("nobody takes what is made");
            }
        }
    }
}
