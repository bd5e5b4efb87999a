package org.countsas.quality.coverage;

import java.util.List;
import org.countsas.policy.rule.Rule;

/**
 * What items did with one rule.
 *
 * @param rule       the rule
 * @param fired      for how many items it held
 * @param conditions its conditions without parts, in the rule's order
 */
public record RuleCoverage(Rule rule, long fired, List<ConditionCoverage> conditions) {
    public RuleCoverage {
        conditions = List.copyOf(conditions);
    }
}
