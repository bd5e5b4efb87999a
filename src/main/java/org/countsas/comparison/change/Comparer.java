package org.countsas.comparison.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.partition.ItemPartition;
import org.countsas.comparison.reform.Reforms;
import org.countsas.comparison.target.PercentOfGdp;
import org.countsas.definition.GrossDomesticProduct;
import org.countsas.definition.Target;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Compares definitions over the same items. Not thread-safe. */
public final class Comparer {
    private final List<BudgetItem> items;
    private final List<BudgetItem> every;
    private final LocalDate asOf;
    private final List<Target> targets;
    private final Map<Findings, ItemPartition> signatures = new IdentityHashMap<>();

    /**
     * @param items   the items of one fiscal year, stage and currency, at least one
     * @param every   the items of all fiscal years and stages, for what runs over years; may be the same list
     * @param asOf    the day on which rules must be in force
     * @param targets targets beside those of the definitions
     */
    public Comparer(List<BudgetItem> items, List<BudgetItem> every, LocalDate asOf, List<Target> targets) {
        this.items = List.copyOf(items);
        this.every = List.copyOf(every);
        this.asOf = asOf;
        this.targets = List.copyOf(targets);
    }

    /**
     * Compares each of the subjects with the first.
     *
     * @param subjects at least two, in the currency of the items
     * @param reforms  what made the definitions from their reforms
     * @throws ProblemException    {@code CURRENCIES_DIFFER} if a definition is made for another currency than the first
     * @throws ArithmeticException if a sum does not fit a long
     */
    public Comparison compare(List<ComparisonInput> subjects, Reforms reforms) {
        ComparisonInput first = subjects.get(0);
        subjects.forEach(subject -> checkCurrency(first, subject));
        Map<ComparisonInput, List<Decision>> decisions = new IdentityHashMap<>();
        List<DefinitionResult> sides = new ArrayList<>();
        for (ComparisonInput subject : subjects) {
            decisions.put(subject, decisions(subject));
            sides.add(DefinitionSums.of(subject, decisions(decisions, subject), every, targets, asOf));
        }
        List<DefinitionChange> changes = new ArrayList<>();
        for (int i = 1; i < subjects.size(); i++) {
            ComparisonInput subject = subjects.get(i);
            changes.add(change(
                    sides.get(0),
                    sides.get(i),
                    changes(decisions(decisions, first), decisions(decisions, subject)),
                    contributions(first, subject, reforms)));
        }
        BudgetItem any = items.get(0);
        long amount = items.stream().mapToLong(BudgetItem::amount).reduce(0, Math::addExact);
        return new Comparison(
                asOf, any.fiscalYear(), any.stage(), any.currency(), items.size(), amount, sides, changes);
    }

    /**
     * The sums of one definition.
     *
     * @throws ArithmeticException if a sum does not fit a long
     */
    public DefinitionResult side(ComparisonInput subject) {
        return DefinitionSums.of(subject, decisions(subject), every, targets, asOf);
    }

    private List<Decision> decisions(ComparisonInput subject) {
        return new Adjudicator(subject.reformed().definition(), asOf).decide(items, subject.findings());
    }

    private static List<Decision> decisions(Map<ComparisonInput, List<Decision>> decisions, ComparisonInput subject) {
        return java.util.Objects.requireNonNull(decisions.get(subject));
    }

    private static void checkCurrency(ComparisonInput first, ComparisonInput second) {
        String one = first.reformed().definition().currency();
        String other = second.reformed().definition().currency();
        if (!one.equals(other)) {
            throw new ProblemException(
                    Code.CURRENCIES_DIFFER,
                    Place.NONE,
                    "'" + first.reformed().expression() + "' is made for amounts in " + one + ", '"
                            + second.reformed().expression() + "' for amounts in " + other,
                    "Compare definitions of one currency");
        }
    }

    private List<Contribution> contributions(ComparisonInput first, ComparisonInput second, Reforms reforms) {
        if (first.findings() != second.findings()) {
            return List.of();
        }
        return EditAttribution.of(
                first,
                second,
                reforms,
                signatures.computeIfAbsent(first.findings(), findings -> ItemPartition.of(items, findings, asOf)));
    }

    private static List<ItemChange> changes(List<Decision> before, List<Decision> after) {
        List<ItemChange> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            ItemComparison.of(before.get(i), after.get(i)).ifPresent(changes::add);
        }
        changes.sort(Comparator.<ItemChange>comparingLong(
                        change -> Math.abs(change.worth().central()))
                .reversed()
                .thenComparing(Comparator.<ItemChange>comparingLong(
                                change -> Math.abs(change.worth().high()))
                        .reversed())
                .thenComparing(change -> change.item().id()));
        return changes;
    }

    private static DefinitionChange change(
            DefinitionResult from, DefinitionResult to, List<ItemChange> items, List<Contribution> contributions) {
        TotalDelta worth = TotalDelta.between(from.counted(), to.counted());
        TotalDelta overItems = items.stream().map(ItemChange::worth).reduce(TotalDelta.NOTHING, TotalDelta::plus);
        if (!worth.equals(overItems)) {
            throw new IllegalStateException("the total changes by " + worth + ", the items by " + overItems);
        }
        TotalDelta overEdits =
                contributions.stream().map(Contribution::shapley).reduce(TotalDelta.NOTHING, TotalDelta::plus);
        if (!contributions.isEmpty() && !worth.equals(overEdits)) {
            throw new IllegalStateException("the total changes by " + worth + ", the edits by " + overEdits);
        }
        Optional<GrossDomesticProduct> before = from.definition().gdp();
        Optional<GrossDomesticProduct> after = to.definition().gdp();
        Optional<BigDecimal> points = before.flatMap(first -> after.map(second -> PercentOfGdp.points(
                from.counted().central(), first.amount(), to.counted().central(), second.amount())));
        return new DefinitionChange(from.label(), to.label(), worth, points, contributions, items, rules(items));
    }

    private static List<RuleChange> rules(List<ItemChange> items) {
        Map<List<Object>, RuleChange> sums = new LinkedHashMap<>();
        for (ItemChange item : items) {
            String rule = item.finding()
                    .map(finding -> finding.finding().rule().name())
                    .orElse("");
            String policy = item.finding()
                    .map(finding -> finding.finding().rule().policy())
                    .orElse("");
            sums.merge(
                    List.of(rule, item.cause()),
                    new RuleChange(rule, policy, item.cause(), 1, item.worth()),
                    (sum, more) -> new RuleChange(
                            rule,
                            policy,
                            item.cause(),
                            sum.items() + 1,
                            sum.worth().plus(more.worth())));
        }
        return sums.values().stream()
                .sorted(Comparator.<RuleChange>comparingLong(
                                sum -> Math.abs(sum.worth().central()))
                        .reversed()
                        .thenComparing(RuleChange::rule)
                        .thenComparing(RuleChange::cause))
                .toList();
    }
}
