package org.countsas.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Does independent work on all cores. */
public final class ParallelTasks {

    private ParallelTasks() {}

    /**
     * Returns when all is done, or with the first failure in the order of the work, whichever failed first.
     *
     * @throws ProblemException if the thread is interrupted, or what the work throws
     */
    public static void run(List<Runnable> work) {
        int threads = Math.min(work.size(), Runtime.getRuntime().availableProcessors());
        if (threads <= 1) {
            work.forEach(Runnable::run);
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "countsas-reader");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<?>> results = new ArrayList<>();
        try {
            work.forEach(task -> results.add(pool.submit(task)));
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Code.UNREADABLE, Place.NONE, "The reading was interrupted", "");
        } finally {
            // Work that has begun is not interrupted: a library that is just being loaded would stay unusable.
            results.forEach(result -> result.cancel(false));
            pool.shutdown();
        }
    }
}
