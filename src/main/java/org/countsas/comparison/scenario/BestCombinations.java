package org.countsas.comparison.scenario;

import org.apiguardian.api.API;
import org.countsas.comparison.target.Level;
import org.jspecify.annotations.Nullable;

/**
 * The best of all combinations for reaching a target.
 *
 * @param level      the target
 * @param reaching   how many combinations reach it with their central value
 * @param cheapest   the one with the smallest central total that reaches it; of equals, the one with the fewest policies; null if none does
 * @param fewest     the one with the fewest policies that reaches it; of equals, the one with the smallest central total; null if none does
 * @param robust     the one with the smallest central total whose lower bound reaches it; null if none does
 * @param missing    by how much the largest total falls short if none reaches it, else 0; in whole units of the currency
 * @param missingLow by how much the largest lower bound falls short if none reaches it, else 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record BestCombinations(
        Level level,
        int reaching,
        @Nullable Scenario cheapest,
        @Nullable Scenario fewest,
        @Nullable Scenario robust,
        long missing,
        long missingLow) {}
