package org.countsas.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countsas.policy.Condition;
import org.countsas.policy.Item;

/** The changes to an item that make a condition hold, or not hold. */
final class ConditionChanges {
    private static final int MOST_WAYS = 24;

    private ConditionChanges() {}

    /** The smallest sets of leaves that would have to change for the condition to be as wanted. */
    static List<List<Change>> to(Condition condition, Item item, boolean wanted) {
        if (condition instanceof Condition.All all) {
            return wanted ? together(all.parts(), item, true) : either(all.parts(), item, false);
        }
        if (condition instanceof Condition.Any any) {
            return wanted ? either(any.parts(), item, true) : together(any.parts(), item, false);
        }
        if (condition instanceof Condition.Not not) {
            return to(not.part(), item, !wanted);
        }
        if (condition.holds(item, null) == wanted) {
            return List.of(List.of());
        }
        return isStated(condition, item) ? List.of(List.of(new Change.OfItem(condition, wanted))) : List.of();
    }

    /** Nobody would change an attribute that the source does not state. */
    private static boolean isStated(Condition condition, Item item) {
        return !(condition instanceof Condition.AttributeIs is)
                || item.programme().attributes().containsKey(is.key());
    }

    private static List<List<Change>> either(List<Condition> parts, Item item, boolean wanted) {
        List<List<Change>> ways = new ArrayList<>();
        parts.forEach(part -> ways.addAll(to(part, item, wanted)));
        return smallest(ways);
    }

    private static List<List<Change>> together(List<Condition> parts, Item item, boolean wanted) {
        List<List<Change>> ways = List.of(List.of());
        for (Condition part : parts) {
            List<List<Change>> longer = new ArrayList<>();
            for (List<Change> way : ways) {
                for (List<Change> more : to(part, item, wanted)) {
                    List<Change> both = new ArrayList<>(way);
                    both.addAll(more);
                    longer.add(both);
                }
            }
            ways = smallest(longer);
        }
        return ways;
    }

    private static List<List<Change>> smallest(List<List<Change>> ways) {
        return ways.stream()
                .filter(way -> way.size() <= Counterfactuals.LARGEST)
                .sorted(Comparator.comparingInt(List::size))
                .limit(MOST_WAYS)
                .toList();
    }
}
