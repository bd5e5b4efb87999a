package org.countsas.workbench.budget;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.target.Distance;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Definition;
import org.countsas.explanation.Explainer;
import org.countsas.item.BudgetItem;
import org.countsas.question.comparison.EvaluatedBudget;
import org.jspecify.annotations.Nullable;

/** A year of the budget under a definition: every decision, and their sums. Thread-safe. */
public final class View {
    private static final int NEAR = 1;

    private final EvaluatedBudget budget;
    private final Reformed reformed;
    private final LocalDate asOf;
    private final List<Decision> decisions;
    private final Map<String, Decision> byId = new HashMap<>();
    private final Summary summary;
    private @Nullable Set<String> near;

    private View(EvaluatedBudget budget, Reformed reformed, LocalDate asOf, List<Decision> decisions) {
        this.budget = budget;
        this.reformed = reformed;
        this.asOf = asOf;
        this.decisions = decisions;
        decisions.forEach(decision -> byId.put(decision.item().id(), decision));
        this.summary = Summary.of(
                budget.selection(), reformed.definition(), asOf, Totals.of(decisions, reformed.definition()));
    }

    static View of(EvaluatedBudget budget, Reformed reformed, LocalDate asOf) {
        return new View(
                budget,
                reformed,
                asOf,
                new Adjudicator(reformed.definition(), asOf)
                        .decide(budget.selection().items(), budget.findings()));
    }

    /** The budget in this year. */
    public EvaluatedBudget budget() {
        return budget;
    }

    /** The definition, and the reform that made it. */
    public Reformed reformed() {
        return reformed;
    }

    /** The definition. */
    public Definition definition() {
        return reformed.definition();
    }

    /** Every decision, in the order of the items. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** The decision about an item; empty if there is no item of this id in this year. */
    public Optional<Decision> decision(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The sums. */
    public Summary summary() {
        return summary;
    }

    /** How far the total is from each target; none in another currency than the definition's. */
    public List<Distance> distances() {
        if (!definition().currency().equals(summary.currency())) {
            return List.of();
        }
        return Level.of(definition(), definition().targets()).stream()
                .map(level -> Distance.of(level, summary.totals().counted()))
                .toList();
    }

    /** The ministries, the one with the most that counts first. */
    public List<MinistryTotal> ministries() {
        Map<String, MinistryTotal> totals = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            BudgetItem item = decision.item();
            totals.merge(
                    item.programme().ministry(),
                    new MinistryTotal(item.programme().ministry(), 0, 0, 0, Counted.NOTHING)
                            .plus(item.amount(), counts(decision), decision.counted()),
                    (sum, one) -> sum.plus(item.amount(), counts(decision), decision.counted()));
        }
        return totals.values().stream()
                .sorted(Comparator.<MinistryTotal>comparingLong(
                                total -> total.counted().central())
                        .thenComparingLong(MinistryTotal::amount)
                        .reversed()
                        .thenComparing(MinistryTotal::ministry))
                .toList();
    }

    private static boolean counts(Decision decision) {
        return decision.outcome() == Outcome.COUNTED;
    }

    /** The items that do not count and miss a single condition of a rule that the definition adopts; found once. */
    synchronized Set<String> nearMisses() {
        Set<String> found = near;
        if (found == null) {
            Explainer explainer = new Explainer(budget.countsAs().rules());
            Predicate<String> adopted =
                    policy -> definition().adoptionOf(policy).isPresent();
            found = decisions.parallelStream()
                    .filter(decision -> !counts(decision))
                    .filter(decision -> !explainer
                            .nearMisses(decision.item(), definition(), asOf, adopted, NEAR)
                            .isEmpty())
                    .map(decision -> decision.item().id())
                    .collect(Collectors.toUnmodifiableSet());
            near = found;
        }
        return found;
    }
}
