package org.countsas.comparison.change;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
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
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Compares definitions over the same items. Caches what it computes. Not thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class Comparer {
    private final List<BudgetItem> items;
    private final List<BudgetItem> every;
    private final LocalDate asOf;
    private final List<Target> targets;
    private final IdentityHashMap<Findings, ItemPartition> partitions = new IdentityHashMap<>();

    /**
     * @param items   the items of one fiscal year, stage and currency, at least one
     * @param every   the items of all fiscal years and stages, for sums by year; may be the same list
     * @param asOf    the day on which rules must be in force
     * @param targets targets in addition to those of the definitions
     */
    public Comparer(List<BudgetItem> items, List<BudgetItem> every, LocalDate asOf, List<Target> targets) {
        this.items = List.copyOf(items);
        this.every = List.copyOf(every);
        this.asOf = asOf;
        this.targets = List.copyOf(targets);
    }

    /**
     * Compares each of the inputs with the first.
     *
     * @param inputs  at least two, in the currency of the items
     * @param reforms what made the definitions from their reforms
     * @throws ProblemException    {@code CURRENCIES_DIFFER} if a definition is made for another currency than the first
     * @throws ArithmeticException if a sum does not fit a long
     */
    public Comparison compare(List<ComparisonInput> inputs, Reforms reforms) {
        ComparisonInput first = inputs.get(0);
        inputs.forEach(input -> checkCurrency(first, input));
        IdentityHashMap<ComparisonInput, List<Decision>> decisions = new IdentityHashMap<>();
        List<DefinitionResult> results = new ArrayList<>();
        for (ComparisonInput input : inputs) {
            decisions.put(input, decisions(input));
            results.add(DefinitionSums.of(input, decisions(decisions, input), every, targets, asOf));
        }
        List<DefinitionChange> changes = new ArrayList<>();
        for (int i = 1; i < inputs.size(); i++) {
            ComparisonInput input = inputs.get(i);
            changes.add(change(
                    results.get(0),
                    results.get(i),
                    changes(decisions(decisions, first), decisions(decisions, input)),
                    contributions(first, input, reforms)));
        }
        BudgetItem any = items.get(0);
        long amount = items.stream().mapToLong(BudgetItem::amount).reduce(0, Math::addExact);
        return new Comparison(
                asOf, any.fiscalYear(), any.stage(), any.currency(), items.size(), amount, results, changes);
    }

    /**
     * The sums of one definition.
     *
     * @throws ArithmeticException if a sum does not fit a long
     */
    public DefinitionResult result(ComparisonInput input) {
        return DefinitionSums.of(input, decisions(input), every, targets, asOf);
    }

    private List<Decision> decisions(ComparisonInput input) {
        return new Adjudicator(input.reformed().definition(), asOf).decide(items, input.findings());
    }

    private static List<Decision> decisions(
            IdentityHashMap<ComparisonInput, List<Decision>> decisions, ComparisonInput input) {
        return requireNonNull(decisions.get(input));
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

    /**
     * What each edit between two definitions is worth, in their order, whatever the order in which they are made.
     *
     * @param reforms what made the definitions from their reforms
     * @return none if the rules differ, or if there are too many edits to combine
     */
    public List<Contribution> contributions(ComparisonInput first, ComparisonInput second, Reforms reforms) {
        if (first.findings() != second.findings()) {
            return List.of();
        }
        return EditAttribution.of(
                first,
                second,
                reforms,
                partitions.computeIfAbsent(first.findings(), findings -> ItemPartition.of(items, findings, asOf)));
    }

    /**
     * The items about which two definitions decide differently, those first that change the total most.
     *
     * @param before decisions about some items
     * @param after  decisions about the same items, in the same order
     */
    public static List<ItemChange> changes(List<Decision> before, List<Decision> after) {
        List<ItemChange> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            ItemComparison.of(before.get(i), after.get(i)).ifPresent(changes::add);
        }
        changes.sort(Comparator.<ItemChange>comparingLong(
                        change -> Math.abs(change.delta().central()))
                .reversed()
                .thenComparing(Comparator.<ItemChange>comparingLong(
                                change -> Math.abs(change.delta().high()))
                        .reversed())
                .thenComparing(change -> change.item().id()));
        return changes;
    }

    private static DefinitionChange change(
            DefinitionResult from, DefinitionResult to, List<ItemChange> items, List<Contribution> contributions) {
        TotalDelta delta = TotalDelta.between(from.counted(), to.counted());
        TotalDelta overItems = items.stream().map(ItemChange::delta).reduce(TotalDelta.NOTHING, TotalDelta::plus);
        if (!delta.equals(overItems)) {
            throw new IllegalStateException("the total changes by " + delta + ", the items by " + overItems);
        }
        TotalDelta overEdits =
                contributions.stream().map(Contribution::shapley).reduce(TotalDelta.NOTHING, TotalDelta::plus);
        if (!contributions.isEmpty() && !delta.equals(overEdits)) {
            throw new IllegalStateException("the total changes by " + delta + ", the edits by " + overEdits);
        }
        return new DefinitionChange(
                from.label(), to.label(), delta, percentagePoints(from, to), contributions, items, rules(items));
    }

    private static @Nullable BigDecimal percentagePoints(DefinitionResult from, DefinitionResult to) {
        Optional<GrossDomesticProduct> before = from.definition().gdp();
        Optional<GrossDomesticProduct> after = to.definition().gdp();
        return before.isEmpty() || after.isEmpty()
                ? null
                : PercentOfGdp.points(
                        from.counted().central(),
                        before.get().amount(),
                        to.counted().central(),
                        after.get().amount());
    }

    private static List<RuleChange> rules(List<ItemChange> items) {
        Map<List<Object>, RuleChange> sums = new LinkedHashMap<>();
        for (ItemChange item : items) {
            String rule = item.rule().map(Rule::name).orElse("");
            String policy = item.rule().map(Rule::policy).orElse("");
            sums.merge(
                    List.of(rule, item.reason()),
                    new RuleChange(rule, policy, item.reason(), 1, item.delta()),
                    (sum, more) -> new RuleChange(
                            rule,
                            policy,
                            item.reason(),
                            sum.items() + 1,
                            sum.delta().plus(more.delta())));
        }
        return sums.values().stream()
                .sorted(Comparator.<RuleChange>comparingLong(
                                sum -> Math.abs(sum.delta().central()))
                        .reversed()
                        .thenComparing(RuleChange::rule)
                        .thenComparing(RuleChange::reason))
                .toList();
    }
}
