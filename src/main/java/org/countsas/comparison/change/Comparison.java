package org.countsas.comparison.change;

import java.time.LocalDate;
import java.util.List;
import org.countsas.item.Stage;

/**
 * Definitions side by side over the same items. The first is what the others are held against.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf       the day on which rules had to be in force
 * @param fiscalYear fiscal year of the items
 * @param stage      their stage
 * @param currency   their currency, ISO 4217
 * @param items      how many there are
 * @param amount     their whole amount, in units of the currency
 * @param sides      the definitions, at least two
 * @param changes    for each side but the first, what lies between the first and it
 */
public record Comparison(
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        int items,
        long amount,
        List<DefinitionResult> sides,
        List<DefinitionChange> changes) {
    public Comparison {
        sides = List.copyOf(sides);
        changes = List.copyOf(changes);
    }

    /** What the others are held against. */
    public DefinitionResult baseline() {
        return sides.get(0);
    }
}
