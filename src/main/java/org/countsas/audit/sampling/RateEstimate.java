package org.countsas.audit.sampling;

import java.math.BigDecimal;

/**
 * What a simple random sample says of how many decisions are wrong, in whatever way.
 *
 * @param wrong wrong decisions in the sample
 * @param rate  their part of the sample, from 0 to 1, six decimals, rounded half up
 * @param upper what the rate of the population does not exceed, at the plan's confidence, from 0 to 1, rounded up
 */
public record RateEstimate(int wrong, BigDecimal rate, BigDecimal upper) {}
