package org.countsas.comparison.change;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Stage;

/**
 * Definitions compared over the same items. The others are compared with the first.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf       the day on which rules had to be in force
 * @param fiscalYear fiscal year of the items
 * @param stage      their stage
 * @param currency   their currency, ISO 4217
 * @param items      how many there are
 * @param amount     their whole amount, in units of the currency
 * @param results    the result of each definition, at least two
 * @param changes    for each result but the first, how it differs from the first
 */
@API(status = API.Status.EXPERIMENTAL)
public record Comparison(
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        int items,
        long amount,
        List<DefinitionResult> results,
        List<DefinitionChange> changes) {
    public Comparison {
        results = List.copyOf(results);
        changes = List.copyOf(changes);
    }

    /** The result that the others are compared with. */
    public DefinitionResult baseline() {
        return results.get(0);
    }
}
