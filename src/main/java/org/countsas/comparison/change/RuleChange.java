package org.countsas.comparison.change;

import org.apiguardian.api.API;
import org.countsas.comparison.TotalDelta;

/**
 * What changes because of one rule: the sum over the items on which its finding made the difference, each item under one rule.
 *
 * @param rule   the rule's name; empty for items on which no single finding made the difference
 * @param policy its policy; empty if the rule is
 * @param reason how it made the difference
 * @param items  how many items
 * @param delta  what they add to the total, or take from it
 */
@API(status = API.Status.EXPERIMENTAL)
public record RuleChange(String rule, String policy, ChangeReason reason, int items, TotalDelta delta) {}
