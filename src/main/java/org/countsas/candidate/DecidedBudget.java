package org.countsas.candidate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleSet;
import org.countsas.evaluation.TreeFindings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Field;
import org.countsas.policy.Item;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;
import org.countsas.vocabulary.Mention;

/**
 * Items with what rules see in them and what is decided, so that one may ask what a change of the vocabulary would do. No rule is compiled:
 * conditions are evaluated by their own meaning.
 *
 * <p>Immutable and thread-safe.
 */
final class DecidedBudget {
    private static final Set<Field> EVERYWHERE = EnumSet.allOf(Field.class);
    private static final int CHUNK = 250;

    private final RuleSet rules;
    private final Adjudicator adjudicator;
    private final List<BudgetItem> items;
    private final List<Case> cases;

    /**
     * An item, decided.
     *
     * @param subject  what rules see
     * @param findings what they found, by rule name
     * @param decision what is decided
     */
    record Case(Item subject, List<Finding> findings, Decision decision) {
        boolean mentions(String concept) {
            return !subject.found().of(EVERYWHERE, concept).isEmpty();
        }

        boolean countsIn(String policy) {
            return decision.outcome() == Outcome.COUNTED
                    && (decision.area().filter(policy::equals).isPresent()
                            || decision.alsoCountsIn().contains(policy));
        }

        /** Whether it does not count and no rule of the policy, and none for all policies, says why not. */
        boolean isOpenFor(String policy) {
            return decision.outcome() == Outcome.NOT_COUNTED
                    && decision.findings().stream().noneMatch(finding -> rejects(finding, policy));
        }

        private static boolean rejects(WeighedFinding weighed, String policy) {
            Rule rule = weighed.finding().rule();
            return rule.effect() == Effect.REJECT && (rule.policy().equals(policy) || rule.scope() == Scope.EVERYWHERE);
        }
    }

    private DecidedBudget(RuleSet rules, Adjudicator adjudicator, List<BudgetItem> items, List<Case> cases) {
        this.rules = rules;
        this.adjudicator = adjudicator;
        this.items = items;
        this.cases = cases;
    }

    /** Decides about items, on all processors. */
    static DecidedBudget of(List<BudgetItem> items, RuleSet rules, Adjudicator adjudicator) {
        List<Case> cases = IntStream.range(0, (items.size() + CHUNK - 1) / CHUNK)
                .parallel()
                .mapToObj(chunk -> {
                    TreeFindings trees = new TreeFindings(rules);
                    return items.subList(chunk * CHUNK, Math.min(items.size(), (chunk + 1) * CHUNK)).stream()
                            .map(item -> decided(item, trees.item(item.programme()), trees, adjudicator))
                            .toList();
                })
                .flatMap(List::stream)
                .toList();
        return new DecidedBudget(rules, adjudicator, List.copyOf(items), cases);
    }

    private static Case decided(BudgetItem item, Item subject, TreeFindings trees, Adjudicator adjudicator) {
        List<Finding> findings = trees.of(subject);
        return new Case(subject, findings, adjudicator.decide(item, findings));
    }

    int size() {
        return items.size();
    }

    BudgetItem item(int index) {
        return items.get(index);
    }

    Case decided(int index) {
        return cases.get(index);
    }

    RuleSet rules() {
        return rules;
    }

    /**
     * An item as it would be decided if other places of its texts were the mentions of a concept.
     *
     * @param concerned the rules that speak of the concept: no other can find anything else
     */
    Case changed(int index, String concept, List<Mention> mentions, List<Rule> concerned) {
        Case before = cases.get(index);
        Item subject =
                new Item(before.subject().programme(), before.subject().found().with(concept, mentions));
        Set<String> names = concerned.stream().map(Rule::name).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(before.findings().stream()
                .filter(finding -> !names.contains(finding.rule().name()))
                .toList());
        concerned.forEach(
                rule -> TreeFindings.of(rule, subject, rules.facilities()).ifPresent(findings::add));
        findings.sort(TreeFindings.BY_RULE);
        return new Case(subject, List.copyOf(findings), adjudicator.decide(items.get(index), findings));
    }

    /** The rules that speak of a concept. */
    List<Rule> rulesAbout(String concept) {
        return rules.rules().stream()
                .filter(rule -> RuleConcepts.of(rule).contains(concept))
                .toList();
    }

    /** The same items, some of them decided otherwise. */
    DecidedBudget with(List<Case> others) {
        return new DecidedBudget(rules, adjudicator, items, List.copyOf(others));
    }
}
