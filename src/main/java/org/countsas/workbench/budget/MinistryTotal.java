package org.countsas.workbench.budget;

import org.countsas.adjudication.Counted;

/**
 * What counts of one ministry. Immutable and thread-safe.
 *
 * @param ministry      as published; may be empty
 * @param items         how many items it has
 * @param countedItems  how many of them count
 * @param amount        their whole amount, in units of the currency
 * @param counted       the part that counts
 */
public record MinistryTotal(String ministry, int items, int countedItems, long amount, Counted counted) {
    MinistryTotal plus(long itemAmount, boolean counts, Counted of) {
        return new MinistryTotal(
                ministry,
                items + 1,
                countedItems + (counts ? 1 : 0),
                Math.addExact(amount, itemAmount),
                counts ? counted.plus(of) : counted);
    }
}
