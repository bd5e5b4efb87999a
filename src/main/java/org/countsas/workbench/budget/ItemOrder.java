package org.countsas.workbench.budget;

import java.util.Comparator;
import java.util.Locale;
import org.countsas.adjudication.Decision;

/** The order in which items are shown. Items that are equal in it stay in the order of the run. */
public enum ItemOrder {
    /** The largest amount first. */
    AMOUNT(Comparator.<Decision>comparingLong(decision -> decision.item().amount())
            .reversed()),
    /** What counts most first; then what might. */
    COUNTED(Comparator.<Decision>comparingLong(decision -> decision.counted().central())
            .thenComparingLong(decision -> decision.counted().high())
            .thenComparingLong(decision -> decision.item().amount())
            .reversed()),
    /** The smallest amount first. */
    SMALLEST(Comparator.comparingLong(decision -> decision.item().amount())),
    /** The order of the run: by id. */
    ID(Comparator.comparing(Decision::definition)); // the same for all of them, so none moves

    @SuppressWarnings("ImmutableEnumChecker") // one of those above, which hold no state
    private final Comparator<Decision> comparator;

    ItemOrder(Comparator<Decision> comparator) {
        this.comparator = comparator;
    }

    Comparator<Decision> comparator() {
        return comparator;
    }

    /** The order's id in addresses: its name in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
