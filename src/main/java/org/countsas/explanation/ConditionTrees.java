package org.countsas.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countsas.evaluation.EvidenceCollector;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Rule.Quantifier;

/**
 * Evaluates rules condition by condition, on demand. The trees are those of the checked rule that the engine compiled; a test compares the
 * two on every rule and item.
 *
 * <p>Immutable and thread-safe.
 */
final class ConditionTrees {
    private final List<Facility> facilities;

    /** @param facilities the listed facilities that rules join with */
    ConditionTrees(List<Facility> facilities) {
        this.facilities = facilities.stream()
                .sorted(Comparator.comparing(Facility::getConcept))
                .toList();
    }

    /** The rule held against the item. */
    RuleResult of(Rule rule, Item item) {
        ConditionResult condition = tree(rule.condition(), item);
        if (rule.facilities().isEmpty()) {
            return new RuleResult(
                    rule, condition.met(), condition, null, condition.met() ? 0 : distance(condition, true));
        }
        JoinResult join = join(rule.facilities().get(), item);
        int missing = distance(condition, true) + (join.met() ? 0 : 1);
        return new RuleResult(rule, condition.met() && join.met(), condition, join, missing);
    }

    private JoinResult join(FacilityJoin join, Item item) {
        List<JoinResult.Match> matches = new ArrayList<>(0);
        for (Facility facility : facilities) {
            if (join.condition().holds(item, facility)) {
                matches.add(new JoinResult.Match(facility, EvidenceCollector.seen(join.condition(), item, facility)));
            }
        }
        return new JoinResult(
                join,
                join.quantifier() == Quantifier.NONE ? matches.isEmpty() : !matches.isEmpty(),
                matches,
                facilities.size());
    }

    /** Each node is decided from its parts, not evaluated again: each leaf is evaluated once, whatever the tree's depth. */
    private static ConditionResult tree(Condition condition, Item item) {
        if (condition instanceof Condition.All all) {
            ConditionResult[] details = trees(all.parts(), item);
            boolean met = true;
            for (ConditionResult detail : details) {
                met &= detail.met();
            }
            return new ConditionResult(condition, met, List.of(), List.of(details));
        }
        if (condition instanceof Condition.Any any) {
            ConditionResult[] details = trees(any.parts(), item);
            boolean met = false;
            for (ConditionResult detail : details) {
                met |= detail.met();
            }
            return new ConditionResult(condition, met, List.of(), List.of(details));
        }
        if (condition instanceof Condition.Not not) {
            ConditionResult part = tree(not.part(), item);
            return new ConditionResult(condition, !part.met(), List.of(), List.of(part));
        }
        boolean met = condition.holds(item, null);
        boolean nothing = !met && condition instanceof Condition.Mentioned;
        return new ConditionResult(
                condition, met, nothing ? List.of() : EvidenceCollector.seen(condition, item), List.of());
    }

    private static ConditionResult[] trees(List<Condition> parts, Item item) {
        ConditionResult[] trees = new ConditionResult[parts.size()];
        for (int i = 0; i < trees.length; i++) {
            trees[i] = tree(parts.get(i), item);
        }
        return trees;
    }

    /** How many leaves of a tree would have to change for it to be as wanted. */
    private static int distance(ConditionResult result, boolean wanted) {
        if (result.met() == wanted) {
            return 0;
        }
        Condition condition = result.condition();
        if (condition instanceof Condition.Not) {
            return distance(result.details().get(0), !wanted);
        }
        if (result.details().isEmpty()) {
            return 1;
        }
        boolean each = condition instanceof Condition.All == wanted;
        int distance = each ? 0 : Integer.MAX_VALUE;
        for (ConditionResult detail : result.details()) {
            int part = distance(detail, wanted);
            distance = each ? distance + part : Math.min(distance, part);
        }
        return distance;
    }

    /** How many leaves would have to change for the condition to be as wanted. */
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
            return all.parts().stream()
                    .mapToInt(part -> metByHaving(part, item))
                    .sum();
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
