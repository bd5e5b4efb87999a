package org.countsas.source.spool;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countsas.item.BudgetItem;
import org.countsas.item.Magnitude;
import org.countsas.item.Stage;

/**
 * The items of one fiscal year and stage. Immutable and thread-safe.
 *
 * @param fiscalYear    their fiscal year
 * @param stage         their stage
 * @param otherThanZero whether any of their amounts is
 * @param currencies    their currencies, sorted
 * @param magnitude     the {@linkplain Magnitude sum} of their amounts without their signs
 * @param items         at least one, sorted by id as {@link org.countsas.item.NaturalIds} says
 */
public record Lot(
        int fiscalYear,
        Stage stage,
        boolean otherThanZero,
        Set<String> currencies,
        long magnitude,
        List<BudgetItem> items) {

    /** Items in memory, which are sorted. */
    public static Lot of(int fiscalYear, Stage stage, List<BudgetItem> items) {
        Tally tally = new Tally();
        items.forEach(tally::add);
        return tally.lot(fiscalYear, stage, items);
    }

    /** Takes note of items one after another. Not thread-safe. */
    static final class Tally {
        private final TreeSet<String> currencies = new TreeSet<>();
        private boolean otherThanZero;
        private long magnitude;

        void add(BudgetItem item) {
            otherThanZero |= item.amount() != 0;
            currencies.add(item.currency());
            magnitude = Magnitude.plus(magnitude, item.amount());
        }

        Lot lot(int fiscalYear, Stage stage, List<BudgetItem> items) {
            return new Lot(fiscalYear, stage, otherThanZero, currencies, magnitude, items);
        }
    }
}
