package org.countsas.comparison.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Definition;
import org.countsas.definition.SpendingPlan;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.jspecify.annotations.Nullable;

/** Follows the plans of a definition over their years. */
@API(status = API.Status.EXPERIMENTAL)
public final class PlanTracker {
    private PlanTracker() {}

    /**
     * The progress of each plan of a definition.
     *
     * @param every the items of all fiscal years and stages, in the definition's currency
     * @throws ArithmeticException if a sum does not fit a long
     */
    public static List<PlanProgress> of(
            Definition definition, List<BudgetItem> every, Findings findings, LocalDate asOf) {
        Adjudicator adjudicator = new Adjudicator(definition, asOf);
        IdentityHashMap<Programme, Optional<Decision>> counted = new IdentityHashMap<>();
        every.forEach(item -> counted.computeIfAbsent(
                item.programme(),
                programme -> Optional.of(adjudicator.decide(item, findings.of(programme)))
                        .filter(decision -> decision.outcome() == Outcome.COUNTED)));
        return definition.plans().stream()
                .map(plan -> progress(plan, every, counted))
                .toList();
    }

    private static PlanProgress progress(
            SpendingPlan plan, List<BudgetItem> every, IdentityHashMap<Programme, Optional<Decision>> counted) {
        List<PlanProgress.PlanYear> years = new ArrayList<>();
        long published = 0;
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            Optional<SpendingPlan.Published> ofYear = plan.publishedOf(year);
            years.add(new PlanProgress.PlanYear(
                    year,
                    ofYear.orElse(null),
                    sum(plan, year, Stage.INITIAL, every, counted),
                    sum(plan, year, Stage.SUPPLEMENTARY, every, counted)));
            published = Math.addExact(
                    published, ofYear.map(SpendingPlan.Published::amount).orElse(0L));
        }
        return new PlanProgress(plan, years, published, Math.subtractExact(plan.amount(), published));
    }

    private static @Nullable Counted sum(
            SpendingPlan plan,
            int year,
            Stage stage,
            List<BudgetItem> every,
            IdentityHashMap<Programme, Optional<Decision>> counted) {
        Counted sum = null;
        for (BudgetItem item : every) {
            if (item.fiscalYear() == year && item.stage() == stage) {
                Counted more = Optional.ofNullable(counted.get(item.programme()))
                        .flatMap(decision -> decision)
                        .filter(decision ->
                                plan.block().isEmpty() || plan.block().equals(decision.block()))
                        .map(decision -> Counted.of(decision.share(), item.amount()))
                        .orElse(Counted.NOTHING);
                sum = sum == null ? more : sum.plus(more);
            }
        }
        return sum;
    }
}
