package org.countsas.audit.sampling;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.countsas.adjudication.Outcome;

/**
 * A decision as the sampler sees it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id      the item's id, unique in the population
 * @param outcome what was decided
 * @param area    the area; for REVIEW the area in question; empty for NOT_COUNTED
 * @param amount  the item's amount, in whole units of the currency
 * @param counted the central value of what counts: between 0 and the amount
 */
public record SamplingUnit(String id, Outcome outcome, Optional<String> area, long amount, long counted) {
    public SamplingUnit {
        requireNonNull(id, "id");
        requireNonNull(outcome, "outcome");
        requireNonNull(area, "area");
        if (counted < Math.min(0, amount) || counted > Math.max(0, amount)) {
            throw new IllegalArgumentException("of " + amount + " cannot count " + counted);
        }
    }
}
