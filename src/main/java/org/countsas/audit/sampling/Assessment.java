package org.countsas.audit.sampling;

import java.util.List;
import java.util.Optional;

/**
 * What an examined sample says of its population.
 *
 * <p>Immutable and thread-safe.
 *
 * @param sample   the sample
 * @param wrong    how many of its decisions were wrong, in whatever way
 * @param errors   amounts, one for each kind
 * @param rate     the rate of wrong decisions; for {@link SamplingMethod#RANDOM} only
 * @param verdict  the worst of what was sized for: amounts counted too much or too little as far as the population shows them,
 *                 or the rate of wrong decisions
 */
public record Assessment(
        Sample sample, int wrong, List<ErrorEstimate> errors, Optional<RateEstimate> rate, Verdict verdict) {
    public Assessment {
        errors = List.copyOf(errors);
    }
}
