package org.countsas.policy.attack;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what attacks run: rule files of the corpus call it by name. */
public final class Canary {
    static final String PROPERTY = "countsas.canary";

    private static final AtomicInteger RUNS = new AtomicInteger();

    private Canary() {}

    /** Called by an attack that works. */
    public static boolean run() {
        RUNS.incrementAndGet();
        return true;
    }

    static int runs() {
        return RUNS.get();
    }
}
