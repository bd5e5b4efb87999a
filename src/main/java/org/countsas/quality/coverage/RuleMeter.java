package org.countsas.quality.coverage;

import java.util.ArrayList;
import java.util.List;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.Quantifier;
import org.jspecify.annotations.Nullable;

/** Counts what items do with one rule. Not thread-safe. */
final class RuleMeter {
    private final Rule rule;
    private final Formula ofItem;
    private final @Nullable Formula ofFacility;
    private final boolean none;
    private final Count[] itemCounts;
    private final Count[] facilityCounts;
    private long fired;

    /** What one condition did. */
    private static final class Count {
        private long seenTrue;
        private long seenFalse;
        private long decidedTrue;
        private long decidedFalse;

        void add(boolean met, boolean decides) {
            if (met) {
                seenTrue++;
                decidedTrue += decides ? 1 : 0;
            } else {
                seenFalse++;
                decidedFalse += decides ? 1 : 0;
            }
        }
    }

    RuleMeter(Rule rule) {
        this.rule = rule;
        this.ofItem = new Formula(rule.condition());
        this.ofFacility =
                rule.facilities().map(join -> new Formula(join.condition())).orElse(null);
        this.none = rule.facilities()
                .filter(join -> join.quantifier() == Quantifier.NONE)
                .isPresent();
        this.itemCounts = counts(ofItem.leaves().size());
        this.facilityCounts =
                counts(ofFacility == null ? 0 : ofFacility.leaves().size());
    }

    private static Count[] counts(int size) {
        Count[] counts = new Count[size];
        for (int i = 0; i < size; i++) {
            counts[i] = new Count();
        }
        return counts;
    }

    void add(Item item, List<Facility> facilities) {
        boolean[] values = values(ofItem, item, null);
        boolean itemMet = ofItem.value(values);
        int matches = ofFacility == null ? 0 : addFacilities(ofFacility, item, facilities, itemMet);
        boolean joinMet = ofFacility == null || (none ? matches == 0 : matches > 0);
        for (int i = 0; i < values.length; i++) {
            itemCounts[i].add(values[i], joinMet && ofItem.valueIfOtherwise(values, i) != itemMet);
        }
        fired += itemMet && joinMet ? 1 : 0;
    }

    /** Counts the conditions on facilities, each facility separately: a condition decides if no other facility matches. */
    private int addFacilities(Formula formula, Item item, List<Facility> facilities, boolean itemMet) {
        List<boolean[]> values = facilities.stream()
                .map(facility -> values(formula, item, facility))
                .toList();
        int matches = (int) values.stream().filter(formula::value).count();
        for (boolean[] ofOne : values) {
            boolean met = formula.value(ofOne);
            boolean alone = matches == (met ? 1 : 0);
            for (int i = 0; i < ofOne.length; i++) {
                facilityCounts[i].add(ofOne[i], itemMet && alone && formula.valueIfOtherwise(ofOne, i) != met);
            }
        }
        return matches;
    }

    private static boolean[] values(Formula formula, Item item, @Nullable Facility facility) {
        boolean[] values = new boolean[formula.leaves().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = formula.leaves().get(i).holds(item, facility);
        }
        return values;
    }

    /** Adds what another meter of the same rule counted. */
    void addAll(RuleMeter other) {
        fired += other.fired;
        addAll(itemCounts, other.itemCounts);
        addAll(facilityCounts, other.facilityCounts);
    }

    private static void addAll(Count[] counts, Count[] others) {
        for (int i = 0; i < counts.length; i++) {
            counts[i].seenTrue += others[i].seenTrue;
            counts[i].seenFalse += others[i].seenFalse;
            counts[i].decidedTrue += others[i].decidedTrue;
            counts[i].decidedFalse += others[i].decidedFalse;
        }
    }

    RuleCoverage coverage() {
        List<ConditionCoverage> conditions = new ArrayList<>();
        add(ofItem.leaves(), itemCounts, conditions);
        if (ofFacility != null) {
            add(ofFacility.leaves(), facilityCounts, conditions);
        }
        return new RuleCoverage(rule, fired, conditions);
    }

    private void add(List<Condition> leaves, Count[] counts, List<ConditionCoverage> conditions) {
        for (int i = 0; i < counts.length; i++) {
            Count count = counts[i];
            conditions.add(new ConditionCoverage(
                    rule, leaves.get(i), count.seenTrue, count.seenFalse, count.decidedTrue, count.decidedFalse));
        }
    }
}
