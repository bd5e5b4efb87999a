package org.countsas.comparison.outlook;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.definition.SpendingPlan;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan over several years has come: by the published amounts and, separately, by what counts in the data that were read. The two
 * are different things and are never added up.
 *
 * @param plan      the plan
 * @param years     every year of the plan
 * @param published the sum of the published amounts
 * @param left      the planned amount less that sum; negative if the plan is exceeded
 */
@API(status = API.Status.EXPERIMENTAL)
public record PlanProgress(SpendingPlan plan, List<PlanYear> years, long published, long left) {
    public PlanProgress {
        years = List.copyOf(years);
    }

    /**
     * One year of a plan.
     *
     * @param fiscalYear    the fiscal year
     * @param published     the published amount; null if there is none
     * @param initial       what counts in the plan's block of the initial budget that was read; null if none was read
     * @param supplementary the same of supplementary budgets
     */
    public record PlanYear(
            int fiscalYear,
            SpendingPlan.@Nullable Published published,
            @Nullable Counted initial,
            @Nullable Counted supplementary) {}
}
