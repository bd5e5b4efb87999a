package org.countsas.audit.sampling;

import java.util.List;
import java.util.Map;
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
 * @param undrawnErrorMax the most error that the items not drawn can hold, by kind, in whole units of the currency
 */
@API(status = API.Status.EXPERIMENTAL)
public record Sample(
        SamplingPlan plan,
        PopulationSummary population,
        SampleDesign design,
        List<Stratum> strata,
        List<SampledItem> drawn,
        Map<ErrorKind, Long> undrawnErrorMax) {
    public Sample {
        strata = List.copyOf(strata);
        drawn = List.copyOf(drawn);
        undrawnErrorMax = Map.copyOf(undrawnErrorMax);
    }
}
