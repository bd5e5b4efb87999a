package org.countsas.audit.sampling;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a sample is drawn from. It decides which errors the sample can find: an item can be found to count too much only if
 * it is in the population for what it counts, and to count too little only if it is there for what it could count.
 */
public enum Population {
    /** What counts: each item with its counted amount. Finds what counts too much; an item that was left out is not in it. */
    COUNTED("counted") {
        @Override
        long sizeOf(SamplingUnit unit) {
            return unit.counted();
        }
    },
    /** All items, each with its whole amount. Finds what counts too much and what counts too little, left-out items included. */
    AMOUNT("amount") {
        @Override
        long sizeOf(SamplingUnit unit) {
            return unit.amount();
        }
    };

    private final String id;

    Population(String id) {
        this.id = id;
    }

    /** The word for it on the command line and in worksheets. */
    public String id() {
        return id;
    }

    /** The book value of an item in this population, in whole units of the currency. */
    abstract long sizeOf(SamplingUnit unit);

    /** The population of this id. */
    public static Optional<Population> ofId(String id) {
        return Arrays.stream(values())
                .filter(population -> population.id.equals(id))
                .findFirst();
    }
}
