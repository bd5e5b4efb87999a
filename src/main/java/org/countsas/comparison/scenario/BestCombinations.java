package org.countsas.comparison.scenario;

import java.util.Optional;
import org.countsas.comparison.target.Level;

/**
 * The best ways to a target among all combinations.
 *
 * @param level      the target
 * @param reaching   how many combinations reach it with their central value
 * @param cheapest   the smallest central total that reaches it; of equals the one with fewest policies
 * @param fewest     the fewest policies that reach it; of equals the smallest central total
 * @param robust     the smallest central total whose lower bound reaches it
 * @param missing    what the largest total lacks if none reaches it, else 0; in whole units of the currency
 * @param missingLow what the largest lower bound lacks if none reaches it, else 0
 */
public record BestCombinations(
        Level level,
        int reaching,
        Optional<Scenario> cheapest,
        Optional<Scenario> fewest,
        Optional<Scenario> robust,
        long missing,
        long missingLow) {}
