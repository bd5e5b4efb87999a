package org.countsas.comparison.outlook;

import java.util.OptionalInt;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.target.Level;

/**
 * At which share of a policy a total reaches a target.
 *
 * @param policy  the policy
 * @param level   the target
 * @param without the total if the policy counts at 0 %
 * @param share   the smallest share in basis points whose central total reaches the target; empty if none does
 * @param total   the total at that share, or at 100 % if none reaches it
 * @param missing what is missing at 100 %; 0 if the target can be reached
 */
public record ShareSolution(
        String policy, Level level, Counted without, OptionalInt share, Counted total, long missing) {}
