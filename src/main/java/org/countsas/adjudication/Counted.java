package org.countsas.adjudication;

import org.apiguardian.api.API;
import org.countsas.policy.rule.Share;

/**
 * How much counts, in whole units of the currency.
 *
 * @param low     lower bound
 * @param central the value that totals use
 * @param high    upper bound
 */
@API(status = API.Status.EXPERIMENTAL)
public record Counted(long low, long central, long high) {
    /** Nothing. */
    public static final Counted NOTHING = new Counted(0, 0, 0);

    /**
     * What counts of an amount at a share, each bound rounded half up to the unit. A negative amount reverses the bounds: low is always the
     * smaller number.
     */
    public static Counted of(Share share, long amount) {
        long low = share.lowOf(amount);
        long high = share.highOf(amount);
        return new Counted(Math.min(low, high), share.centralOf(amount), Math.max(low, high));
    }

    /**
     * The sum, bound by bound.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public Counted plus(Counted other) {
        return new Counted(
                Math.addExact(low, other.low), Math.addExact(central, other.central), Math.addExact(high, other.high));
    }
}
