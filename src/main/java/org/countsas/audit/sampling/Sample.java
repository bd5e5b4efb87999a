package org.countsas.audit.sampling;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A sample and what it was drawn from.
 *
 * <p>Immutable and thread-safe.
 *
 * @param plan            the plan by which it was drawn
 * @param population      what it was drawn from
 * @param design          the figures from which its size follows
 * @param strata          the strata, by name
 * @param drawn           the items to examine, by id, numbers by value
 * @param resemblance     for {@link SamplingMethod#ELUSION} the {@link Resemblance#id}; otherwise empty
 * @param undrawn         for {@link SamplingMethod#ELUSION} the amounts of the items not drawn, by stratum, in whole units of the currency, the
 *                        largest first; otherwise empty
 * @param undrawnErrorMax the most error that the items not drawn can hold, by kind, in whole units of the currency
 */
@API(status = API.Status.EXPERIMENTAL)
public record Sample(
        SamplingPlan plan,
        PopulationSummary population,
        SampleDesign design,
        List<Stratum> strata,
        List<SampledItem> drawn,
        String resemblance,
        Map<String, List<Long>> undrawn,
        Map<ErrorKind, Long> undrawnErrorMax) {
    public Sample {
        strata = List.copyOf(strata);
        drawn = List.copyOf(drawn);
        undrawn = undrawn.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
        undrawnErrorMax = Map.copyOf(undrawnErrorMax);
    }
}
