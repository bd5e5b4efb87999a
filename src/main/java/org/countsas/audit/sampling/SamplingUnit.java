package org.countsas.audit.sampling;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.countsas.adjudication.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a sampling unit.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id      the item's id, unique in the population
 * @param outcome what was decided
 * @param area    the area; for REVIEW the area in question; null for NOT_COUNTED
 * @param amount  the item's amount, in whole units of the currency
 * @param counted the central value of what counts: between 0 and the amount
 */
@API(status = API.Status.EXPERIMENTAL)
public record SamplingUnit(
        String id, Outcome outcome, @Nullable String area, long amount, long counted) {
    public SamplingUnit {
        requireNonNull(id, "id");
        requireNonNull(outcome, "outcome");
        if (counted < Math.min(0, amount) || counted > Math.max(0, amount)) {
            throw new IllegalArgumentException("of " + amount + " cannot count " + counted);
        }
    }
}
