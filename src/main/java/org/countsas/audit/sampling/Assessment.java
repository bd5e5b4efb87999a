package org.countsas.audit.sampling;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What an examined sample shows about its population.
 *
 * <p>Immutable and thread-safe.
 *
 * @param sample  the sample
 * @param wrong   how many of its decisions were wrong, in whatever way
 * @param errors  amounts, one for each kind
 * @param rate    the rate of wrong decisions; null unless the method is {@link SamplingMethod#RANDOM}
 * @param missed  for {@link SamplingMethod#ELUSION} what was missed, in all policies and then in each; otherwise empty
 * @param verdict the worst for what the sample was sized for: amounts counted too much or too little, as far as the population shows
 *                them, or the rate of wrong decisions
 */
@API(status = API.Status.EXPERIMENTAL)
public record Assessment(
        Sample sample,
        int wrong,
        List<ErrorEstimate> errors,
        @Nullable RateEstimate rate,
        List<MissedEstimate> missed,
        Verdict verdict) {
    public Assessment {
        errors = List.copyOf(errors);
        missed = List.copyOf(missed);
    }
}
