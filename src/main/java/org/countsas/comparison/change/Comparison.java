package org.countsas.comparison.change;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
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

    /** The same, of whose changed items only some are listed; every sum, those by rule too, is still that of all. */
    public Comparison listing(Predicate<ItemChange> wanted) {
        return new Comparison(
                asOf,
                fiscalYear,
                stage,
                currency,
                items,
                amount,
                results,
                changes.stream().map(change -> change.listing(wanted)).toList());
    }

    /** The result that the others are compared with. */
    public DefinitionResult baseline() {
        return results.get(0);
    }
}
