package org.countsas.audit.sampling;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A sample and what it was drawn from.
 *
 * <p>Immutable and thread-safe.
 *
 * @param plan      by which plan
 * @param items     how many items the population has
 * @param size      its book value, in whole units of the currency
 * @param tolerable the tolerable error: in units of the currency; for {@link SamplingMethod#RANDOM} in items
 * @param expected  the expected error, in the same unit
 * @param factor    the planning factor; for {@link SamplingMethod#RANDOM} zero
 * @param interval  the sampling interval in units of the currency: no drawn item stands for more possible error; unless the method
 *                  is {@link SamplingMethod#RANDOM}, an item of at least this value is certain
 * @param without   items outside the population because their book value is zero, in which nothing is to be found
 * @param negative  items outside the population because their book value is negative: they must be examined by other means
 * @param strata    the strata, by name
 * @param drawn     the items to examine, by id, numbers by value
 * @param errorMax  the most error that the items not drawn can hold, by kind, in whole units of the currency
 */
public record Sample(
        SamplingPlan plan,
        int items,
        long size,
        BigDecimal tolerable,
        BigDecimal expected,
        BigDecimal factor,
        long interval,
        int without,
        int negative,
        List<Stratum> strata,
        List<SampledItem> drawn,
        Map<ErrorKind, Long> errorMax) {

    public Sample {
        strata = List.copyOf(strata);
        drawn = List.copyOf(drawn);
        errorMax = Map.copyOf(errorMax);
    }
}
