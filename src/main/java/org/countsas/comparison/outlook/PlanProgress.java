package org.countsas.comparison.outlook;

import java.util.List;
import java.util.Optional;
import org.countsas.adjudication.Counted;
import org.countsas.definition.SpendingPlan;

/**
 * How far a plan over several years has come: by what was published, and beside it by what counts in the data that were read. The two are
 * different things and are never added up.
 *
 * @param plan      the plan
 * @param years     every year of the plan
 * @param published the sum of what was published
 * @param left      the planned amount less that sum: negative where it is exceeded
 */
public record PlanProgress(SpendingPlan plan, List<PlanYear> years, long published, long left) {
    public PlanProgress {
        years = List.copyOf(years);
    }

    /**
     * One year of a plan.
     *
     * @param fiscalYear    the fiscal year
     * @param published     what was published
     * @param initial       what counts in the plan's block of the initial budget that was read; empty if there is none
     * @param supplementary the same of supplementary budgets
     */
    public record PlanYear(
            int fiscalYear,
            Optional<SpendingPlan.Published> published,
            Optional<Counted> initial,
            Optional<Counted> supplementary) {}
}
