package org.countsas.audit.sampling;

import java.math.BigDecimal;
import org.apiguardian.api.API;

/**
 * What a simple random sample shows about how many decisions are wrong, in whatever way.
 *
 * @param wrong wrong decisions in the sample
 * @param rate  their part of the sample, from 0 to 1, six decimals, rounded half up
 * @param upper the upper bound of the rate in the population at the plan's confidence, from 0 to 1, rounded up
 */
@API(status = API.Status.EXPERIMENTAL)
public record RateEstimate(int wrong, BigDecimal rate, BigDecimal upper) {}
