package org.countsas.adjudication;

/**
 * How much counts, in whole units of the currency.
 *
 * @param low     lower bound
 * @param central the value that totals use
 * @param high    upper bound
 */
public record Counted(long low, long central, long high) {
    /** Nothing. */
    public static final Counted NOTHING = new Counted(0, 0, 0);

    /**
     * The sum, bound by bound.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public Counted plus(Counted other) {
        return new Counted(Math.addExact(low, other.low), Math.addExact(central, other.central), Math.addExact(high, other.high));
    }
}
