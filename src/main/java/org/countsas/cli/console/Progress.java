package org.countsas.cli.console;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A line on a terminal that says how far a long run has come; nothing if there is no terminal. Thread-safe. */
public final class Progress implements IntConsumer, AutoCloseable {
    private static final int WORTH_SHOWING = 2_000;
    private static final int WIDTH = 30;
    private static final int STEP = 500;

    private final Printer err;
    private final boolean shown;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();

    public Progress(Environment environment, int total) {
        this.err = environment.err();
        this.shown = environment.terminal() && total >= WORTH_SHOWING;
        this.total = total;
    }

    @Override
    public void accept(int more) {
        int now = done.addAndGet(more);
        if (shown && (now / STEP > (now - more) / STEP || now == total)) {
            int filled = (int) ((long) WIDTH * now / total);
            err.ownText("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + now + "/" + total);
        }
    }

    /** Removes the line. */
    @Override
    public void close() {
        if (shown) {
            err.ownText("\r\u001B[K");
        }
    }
}
