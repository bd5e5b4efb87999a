package org.countsas.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.countsas.evaluation.Evidence;
import org.countsas.evaluation.EvidenceCollector;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.Rule;
import org.countsas.policy.Rule.FacilityJoin;
import org.countsas.policy.Rule.Quantifier;

/**
 * Evaluates rules condition by condition, on demand. The trees are those of the checked rule that the engine compiled; a test
 * holds the two against each other on every rule and item.
 *
 * <p>Immutable and thread-safe.
 */
public final class ConditionTrees {
    private final List<Facility> facilities;

    /** @param facilities the listed facilities that rules join with */
    public ConditionTrees(List<Facility> facilities) {
        this.facilities = List.copyOf(facilities);
    }

    /** The rule held against the item. */
    public RuleResult of(Rule rule, Item item) {
        ConditionResult condition = tree(rule.condition(), item);
        Optional<JoinResult> join = rule.facilities().map(each -> join(each, item));
        boolean holds = condition.met() && join.map(JoinResult::met).orElse(true);
        int missing = distance(rule.condition(), item, true) + join.map(result -> result.met() ? 0 : 1).orElse(0);
        return new RuleResult(rule, holds, condition, join, missing);
    }

    private JoinResult join(FacilityJoin join, Item item) {
        List<JoinResult.Match> matches = facilities.stream()
                .filter(facility -> join.condition().holds(item, facility))
                .sorted(Comparator.comparing(Facility::getConcept))
                .map(facility -> new JoinResult.Match(facility, EvidenceCollector.seen(join.condition(), item, facility)))
                .toList();
        return new JoinResult(join, join.quantifier() == Quantifier.NONE ? matches.isEmpty() : !matches.isEmpty(), matches, facilities.size());
    }

    private static ConditionResult tree(Condition condition, Item item) {
        List<ConditionResult> details = new ArrayList<>();
        List<Evidence> seen = List.of();
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> details.add(tree(part, item)));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> details.add(tree(part, item)));
        } else if (condition instanceof Condition.Not not) {
            details.add(tree(not.part(), item));
        } else {
            seen = EvidenceCollector.seen(condition, item);
        }
        return new ConditionResult(condition, condition.holds(item, null), seen, details);
    }

    /** How many leaves would have to be otherwise for the condition to be as wanted. */
    static int distance(Condition condition, Item item, boolean wanted) {
        if (condition instanceof Condition.All all) {
            return wanted ? sum(all.parts(), item, true) : least(all.parts(), item, false);
        }
        if (condition instanceof Condition.Any any) {
            return wanted ? least(any.parts(), item, true) : sum(any.parts(), item, false);
        }
        if (condition instanceof Condition.Not not) {
            return distance(not.part(), item, !wanted);
        }
        return condition.holds(item, null) == wanted ? 0 : 1;
    }

    /** How many parts of a rule's condition the item meets by having something, not by lacking it. */
    static int metByHaving(Condition condition, Item item) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().mapToInt(part -> metByHaving(part, item)).sum();
        }
        return !(condition instanceof Condition.Not) && condition.holds(item, null) ? 1 : 0;
    }

    private static int sum(List<Condition> parts, Item item, boolean wanted) {
        int sum = 0;
        for (Condition part : parts) {
            sum += distance(part, item, wanted);
        }
        return sum;
    }

    private static int least(List<Condition> parts, Item item, boolean wanted) {
        int least = Integer.MAX_VALUE;
        for (Condition part : parts) {
            least = Math.min(least, distance(part, item, wanted));
        }
        return least;
    }
}
