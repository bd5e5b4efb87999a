package org.countsas.evaluation;

import java.util.List;
import org.countsas.policy.Facility;
import org.countsas.policy.rule.Rule;

/**
 * A rule with its conditions, those on listed facilities included, ready to be tested. Immutable and thread-safe.
 *
 * @param rule the rule
 * @param test its conditions
 */
record PlannedRule(Rule rule, PlannedTest test) {

    static PlannedRule of(Rule rule, ConditionPlanner planner, List<Facility> facilities) {
        PlannedTest condition = planner.plan(rule.condition(), null);
        Rule.FacilityJoin join = rule.facilitiesOrNull();
        if (join == null) {
            return new PlannedRule(rule, condition);
        }
        PlannedTest some = ConditionPlanner.any(facilities.stream()
                .map(facility -> planner.plan(join.condition(), facility))
                .toList());
        PlannedTest joined = join.quantifier() == Rule.Quantifier.NONE ? ConditionPlanner.not(some) : some;
        return new PlannedRule(rule, ConditionPlanner.all(List.of(condition, joined)));
    }
}
