package org.countsas.official;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.item.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A published figure. Immutable and thread-safe.
 *
 * @param fiscalYear the fiscal year
 * @param stage      the stage
 * @param subject    what it is about
 * @param basis      the id of what it covers
 * @param amount     in whole units of the currency
 * @param roundedTo  the unit to which the published figure is rounded, in units of the currency; 1 if it is exact
 * @param source     source id
 * @param pageOrNull where in the source; null if unknown
 */
@API(status = API.Status.EXPERIMENTAL)
public record PublishedFigure(
        int fiscalYear,
        Stage stage,
        Subject subject,
        String basis,
        long amount,
        long roundedTo,
        String source,
        @Nullable String pageOrNull) {

    /** Where in the source, as far as known. */
    public Optional<String> page() {
        return Optional.ofNullable(pageOrNull);
    }
}
