package org.countsas.audit.sampling;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What an elusion sample shows of what should count and does not.
 *
 * @param policy      id of the policy in which it should count; null for all policies together
 * @param items       how many such items the sample has
 * @param found       how much of them should count, in whole units of the currency
 * @param likelyItems how many there are in the whole population most likely, rounded half up
 * @param likely      how much of them should count most likely, in whole units of the currency, rounded half up
 * @param upperItems  at most so many there are, at the plan's confidence
 * @param upper       at most so much of them should count, in whole units of the currency, at the same confidence and together with
 *                    upperItems
 */
@API(status = API.Status.EXPERIMENTAL)
public record MissedEstimate(
        @Nullable String policy, int items, long found, long likelyItems, long likely, long upperItems, long upper) {}
