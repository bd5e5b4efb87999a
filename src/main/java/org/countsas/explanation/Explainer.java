package org.countsas.explanation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.Condition;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;

/**
 * Explains decisions by evaluating the checked rules again, condition by condition. It costs bulk decisions nothing.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Explainer {
    private final RuleBook book;
    private final List<Rule> rules;
    private final ConditionTrees trees;

    /** @param book the rules that decided */
    public Explainer(RuleBook book) {
        this.book = requireNonNull(book);
        this.rules = book.rules();
        this.trees = new ConditionTrees(book.facilities());
    }

    /** A rule evaluated on a programme, condition by condition. */
    public RuleResult rule(Rule rule, Programme programme) {
        return trees.of(rule, item(programme));
    }

    /** All rules evaluated on a programme, in the order of the rule book. */
    public List<RuleResult> rules(Programme programme) {
        Item item = item(programme);
        List<RuleResult> results = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            results.add(trees.of(rule, item));
        }
        return results;
    }

    /** The decision about an item, from the conditions' own meaning: the same as the one from the engine's findings. */
    public Decision decide(BudgetItem item, Definition definition, LocalDate asOf) {
        return new Adjudicator(definition, asOf).decide(item, findings(item.programme()));
    }

    /**
     * The decision about an item with the rules that it rests on, condition by condition. Answers to further questions, the
     * {@linkplain #nearMisses near misses} and the {@linkplain #counterfactuals smallest changes}, are added by the caller.
     */
    public Explanation explain(BudgetItem item, Definition definition, LocalDate asOf) {
        Item subject = item(item.programme());
        List<Finding> findings = evaluator().findings(subject);
        Decision decision = new Adjudicator(definition, asOf).decide(item, findings);
        List<RuleResult> found = decision.findings().stream()
                .map(weighed -> trees.of(weighed.finding().rule(), subject))
                .toList();
        return new Explanation(definition, asOf, decision, found, List.of(), null, null);
    }

    /** The findings of a programme, from the conditions' own meaning. */
    public List<Finding> findings(Programme programme) {
        TreeEvaluator evaluator = evaluator();
        return evaluator.findings(evaluator.item(programme)).stream()
                .sorted(Comparator.comparing(finding -> finding.rule().name()))
                .toList();
    }

    /**
     * The COUNT rules that an item misses, the nearest first: by the number of conditions that would have to change, then by what they
     * would count, then by how much the item has of what they ask for, then by name. A rule is not a near miss if the item has nothing that
     * its conditions ask for, however few they are.
     *
     * @param asOf     the day on which rules must be in force
     * @param policies which policies to look at
     * @param most     the most conditions that may be missing, 1 or more
     */
    public List<NearMiss> nearMisses(
            BudgetItem item, Definition definition, LocalDate asOf, Predicate<String> policies, int most) {
        return nearMisses(item, item(item.programme()), definition, asOf, policies, most);
    }

    private List<NearMiss> nearMisses(
            BudgetItem item,
            Item subject,
            Definition definition,
            LocalDate asOf,
            Predicate<String> policies,
            int most) {
        List<NearMiss> misses = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.effect() != Effect.COUNT
                    || !policies.test(rule.policy())
                    || !inForce(rule, asOf)
                    || rule.holds(subject, book.facilities())) {
                continue;
            }
            int met = ConditionTrees.metByHaving(rule.condition(), subject);
            if (met > 0 && ConditionTrees.distance(rule.condition(), subject, true) <= most) {
                RuleResult result = trees.of(rule, subject);
                if (result.missing() <= most) {
                    Share share = definition
                            .adoptionOf(rule.policy())
                            .map(adoption -> adoption.shareOf(rule))
                            .orElse(rule.share());
                    misses.add(new NearMiss(
                            result, missing(result.condition(), subject, true), met, share.centralOf(item.amount())));
                }
            }
        }
        misses.sort(Comparator.<NearMiss>comparingInt(miss -> miss.result().missing())
                .thenComparing(Comparator.comparingLong(NearMiss::yield).reversed())
                .thenComparing(Comparator.comparingInt(NearMiss::met).reversed())
                .thenComparing(miss -> miss.result().rule().name()));
        return List.copyOf(misses);
    }

    /**
     * The items that do not count and the rules by which they nearly would, grouped by what they miss.
     *
     * @param policies which policies to look at
     * @param most     the most conditions that may be missing, 1 or more
     */
    public List<NearMissGroup> nearMisses(
            List<BudgetItem> items, Definition definition, LocalDate asOf, Predicate<String> policies, int most) {
        return nearMisses(items, definition, asOf, policies, most, decision -> true);
    }

    /**
     * The same for some of the items.
     *
     * @param wanted which of them, as they are decided
     */
    public List<NearMissGroup> nearMisses(
            List<BudgetItem> items,
            Definition definition,
            LocalDate asOf,
            Predicate<String> policies,
            int most,
            Predicate<Decision> wanted) {
        Adjudicator adjudicator = new Adjudicator(definition, asOf);
        TreeEvaluator evaluator = evaluator();
        Map<BudgetItem, List<NearMiss>> misses = new LinkedHashMap<>();
        for (BudgetItem item : items) {
            Item subject = evaluator.item(item.programme());
            Decision decision = adjudicator.decide(item, evaluator.findings(subject));
            if (decision.outcome() != Outcome.COUNTED && wanted.test(decision)) {
                misses.put(item, nearMisses(item, subject, definition, asOf, policies, most));
            }
        }
        return NearMissGroup.of(misses);
    }

    /**
     * The smallest sets of changes that flip the outcome, at most ten. Each was verified by making the changes and deciding again,
     * and no part of it flips the outcome.
     */
    public List<Counterfactual> counterfactuals(BudgetItem item, Definition definition, LocalDate asOf) {
        return new Counterfactuals(book, item, definition, asOf).find();
    }

    /**
     * Makes changes so that someone may decide again with them: the item's texts are edited, the definition's adoptions are changed, and
     * the rules left out are named.
     */
    public ChangedCase changed(Collection<Change> changes, BudgetItem item, Definition definition) {
        return ChangedCase.by(changes, item, definition, new ItemEdits(book.vocabulary()));
    }

    static boolean inForce(Rule rule, LocalDate day) {
        return rule.since().map(first -> !day.isBefore(first)).orElse(true)
                && rule.until().map(last -> !day.isAfter(last)).orElse(true);
    }

    private Item item(Programme programme) {
        return evaluator().item(programme);
    }

    private TreeEvaluator evaluator() {
        return new TreeEvaluator(book);
    }

    /** The leaves that would have to change, on a shortest way to the condition being as wanted. */
    private static List<ConditionResult> missing(ConditionResult result, Item item, boolean wanted) {
        Condition condition = result.condition();
        if (condition instanceof Condition.Not) {
            return missing(result.details().get(0), item, !wanted);
        }
        if (result.details().isEmpty()) {
            return result.met() == wanted ? List.of() : List.of(result);
        }
        boolean each = condition instanceof Condition.All == wanted;
        if (each) {
            return result.details().stream()
                    .flatMap(detail -> missing(detail, item, wanted).stream())
                    .toList();
        }
        return result.details().stream()
                .min(Comparator.comparingInt(detail -> ConditionTrees.distance(detail.condition(), item, wanted)))
                .map(detail -> missing(detail, item, wanted))
                .orElse(List.of());
    }
}
