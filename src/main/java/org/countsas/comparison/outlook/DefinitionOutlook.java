package org.countsas.comparison.outlook;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.change.DefinitionResult;

/**
 * How far one definition is from its targets, and what would reach them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param result    its sums, its distances to targets and what it counts in each year
 * @param plans     how far its plans have come
 * @param solutions for each share asked for and each target, the share that reaches it
 */
@API(status = API.Status.EXPERIMENTAL)
public record DefinitionOutlook(DefinitionResult result, List<PlanProgress> plans, List<ShareSolution> solutions) {
    public DefinitionOutlook {
        plans = List.copyOf(plans);
        solutions = List.copyOf(solutions);
    }
}
