package org.countsas.comparison.outlook;

import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.target.Level;
import org.jspecify.annotations.Nullable;

/**
 * The share of a policy at which a total reaches a target.
 *
 * @param policy  the policy
 * @param level   the target
 * @param without the total if the policy counts at 0 %
 * @param share   the smallest share in basis points whose central total reaches the target; null if none does
 * @param total   the total at that share, or at 100 % if none reaches it
 * @param missing by how much the total at 100 % falls short of the target; 0 if it can be reached
 */
@API(status = API.Status.EXPERIMENTAL)
public record ShareSolution(
        String policy,
        Level level,
        Counted without,
        @Nullable Integer share,
        Counted total,
        long missing) {}
