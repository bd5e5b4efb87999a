package org.countsas.quality.coverage;

import java.util.List;
import org.countsas.policy.rule.Rule;

/**
 * What items did with one rule.
 *
 * @param rule       the rule
 * @param fired      of how many items it held
 * @param conditions its conditions that are not made of others, in the order of the rule
 */
public record RuleCoverage(Rule rule, long fired, List<ConditionCoverage> conditions) {
    public RuleCoverage {
        conditions = List.copyOf(conditions);
    }
}
