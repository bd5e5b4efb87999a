package org.countsas.comparison;

import org.countsas.adjudication.Counted;

/**
 * What a change makes of the three values of a total: of either sign, and in no order, because the bounds of a change are not the
 * changes of the bounds. Whole units of the currency. Immutable and thread-safe.
 *
 * @param low     of the lower bounds
 * @param central of the central values
 * @param high    of the upper bounds
 */
public record TotalDelta(long low, long central, long high) {
    /** No change. */
    public static final TotalDelta NOTHING = new TotalDelta(0, 0, 0);

    /**
     * What stands after less what stood before.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public static TotalDelta between(Counted before, Counted after) {
        return new TotalDelta(
                Math.subtractExact(after.low(), before.low()),
                Math.subtractExact(after.central(), before.central()),
                Math.subtractExact(after.high(), before.high()));
    }

    public TotalDelta plus(TotalDelta other) {
        return new TotalDelta(
                Math.addExact(low, other.low), Math.addExact(central, other.central), Math.addExact(high, other.high));
    }
}
