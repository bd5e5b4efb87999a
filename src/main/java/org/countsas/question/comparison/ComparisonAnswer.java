package org.countsas.question.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.reform.Reforms;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.comparison.scenario.Scenarios;
import org.countsas.comparison.target.Distance;
import org.countsas.definition.Adoption;
import org.countsas.official.OfficialFigures;
import org.countsas.problem.ProblemException;
import org.countsas.question.filter.ItemFilter;
import org.countsas.reconciliation.Reconciler;
import org.countsas.reconciliation.Reconciliation;
import org.countsas.vocabulary.Vocabulary;

/** A comparison, and on request what lies between its first and its last definition. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class ComparisonAnswer {
    private final EvaluatedBudget budget;
    private final ComparisonInput first;
    private final ComparisonInput last;
    private final Reforms reforms;
    private final Comparison comparison;

    ComparisonAnswer(EvaluatedBudget budget, List<ComparisonInput> inputs, Reforms reforms, Comparison comparison) {
        this.budget = budget;
        this.first = inputs.get(0);
        this.last = inputs.get(inputs.size() - 1);
        this.reforms = reforms;
        this.comparison = comparison;
    }

    /** The comparison. */
    public Comparison comparison() {
        return comparison;
    }

    /**
     * The comparison, of whose changed items only some are listed: those that a filter lets through as they are decided by either definition.
     *
     * @throws ProblemException if no item is of a ministry or bureau that the filter names
     */
    public Comparison comparison(ItemFilter filter) {
        if (filter.isAll()) {
            return comparison;
        }
        Vocabulary vocabulary = budget.countsAs().rules().vocabulary();
        filter.checkNames(budget.selection().items(), vocabulary);
        Predicate<Decision> wanted = filter.test(vocabulary);
        return comparison.listing(change -> wanted.test(change.before()) || wanted.test(change.after()));
    }

    /**
     * All combinations of the policies that the last definition adds to the first; empty if it adds none, or too many to combine, or if
     * their rules differ.
     */
    public Optional<ScenarioReport> combinations() {
        List<Edit.Add> additions = first.findings() == last.findings() ? additions() : List.of();
        if (additions.isEmpty() || additions.size() > Scenarios.MOST_POLICIES) {
            return Optional.empty();
        }
        Scenarios scenarios = Scenarios.of(
                first.reformed().reform(),
                additions,
                reforms,
                budget.selection().items(),
                first.findings(),
                comparison.asOf());
        return Optional.of(ScenarioReport.of(
                scenarios,
                comparison.baseline().distances().stream().map(Distance::level).toList(),
                comparison.asOf(),
                comparison.fiscalYear(),
                comparison.stage(),
                comparison.currency()));
    }

    /**
     * What counts beside what the government published: under the first definition or the last, of which more is published. Empty where nothing
     * is published of the budget's years in its currency, or if the definitions' rules differ.
     */
    public Optional<Reconciliation> reconciliation() {
        if (first.findings() != last.findings()) {
            return Optional.empty();
        }
        return OfficialFigures.of(budget.countsAs().rules()).stream()
                .filter(figures -> figures.currency().equals(comparison.currency()))
                .findFirst()
                .map(figures -> Stream.of(first, last)
                        .map(side -> Reconciler.of(
                                        side.reformed().definition(),
                                        budget.allYears(),
                                        budget.findings(),
                                        comparison.asOf())
                                .with(figures))
                        .max(Comparator.comparingLong(Reconciliation::reconciled))
                        .orElseThrow())
                .filter(reconciliation -> reconciliation.reconciled() > 0);
    }

    /** Each added policy as the last definition has it: as its own edits say, or from the definition that it begins with. */
    private List<Edit.Add> additions() {
        Reformed from = first.reformed();
        Reformed to = last.reformed();
        List<Edit.Add> additions = new ArrayList<>();
        for (Adoption adoption : to.definition().adoptions()) {
            if (from.definition().adoptionOf(adoption.policy()).isEmpty()) {
                additions.add(to.reform().edits().stream()
                        .filter(Edit.Add.class::isInstance)
                        .map(Edit.Add.class::cast)
                        .filter(edit -> edit.policy().equals(adoption.policy()))
                        .findFirst()
                        .orElse(new Edit.Add(
                                adoption.policy(), null, null, to.reform().base())));
            }
        }
        return additions;
    }
}
