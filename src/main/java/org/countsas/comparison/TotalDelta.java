package org.countsas.comparison;

import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;

/**
 * By how much the three values of a total change. Each may have either sign, and low need not be below high: the bounds of a change are not
 * the changes of the bounds. Whole units of the currency. Immutable and thread-safe.
 *
 * @param low     change of the lower bound
 * @param central change of the central value
 * @param high    change of the upper bound
 */
@API(status = API.Status.EXPERIMENTAL)
public record TotalDelta(long low, long central, long high) {
    /** No change. */
    public static final TotalDelta NOTHING = new TotalDelta(0, 0, 0);

    /**
     * The total after less the total before.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public static TotalDelta between(Counted before, Counted after) {
        return new TotalDelta(
                Math.subtractExact(after.low(), before.low()),
                Math.subtractExact(after.central(), before.central()),
                Math.subtractExact(after.high(), before.high()));
    }

    /**
     * The sum, bound by bound.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public TotalDelta plus(TotalDelta other) {
        return new TotalDelta(
                Math.addExact(low, other.low), Math.addExact(central, other.central), Math.addExact(high, other.high));
    }
}
