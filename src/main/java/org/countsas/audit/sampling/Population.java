package org.countsas.audit.sampling;

import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Outcome;

/**
 * What a sample is drawn from. This decides which errors the sample can find: that an item counts too much only if it is in the population
 * with what it counts, and that it counts too little only if it is there with what it could count.
 */
@API(status = API.Status.EXPERIMENTAL)
public enum Population {
    /** What counts: each item with its counted amount. Finds what counts too much; items that were wrongly left out are not in it. */
    COUNTED("counted") {
        @Override
        long bookValue(SamplingUnit unit) {
            return unit.counted();
        }
    },
    /** All items, each with its whole amount. Finds what counts too much and what counts too little, items left out included. */
    AMOUNT("amount") {
        @Override
        long bookValue(SamplingUnit unit) {
            return unit.amount();
        }
    },
    /** What does not count: each item with its whole amount. Finds what was missed. */
    NOT_COUNTED("not-counted") {
        @Override
        long bookValue(SamplingUnit unit) {
            return unit.outcome() == Outcome.NOT_COUNTED ? unit.amount() : 0;
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
    abstract long bookValue(SamplingUnit unit);

    /** The population with this id, if there is one. */
    public static Optional<Population> ofId(String id) {
        return Arrays.stream(values())
                .filter(population -> population.id.equals(id))
                .findFirst();
    }
}
