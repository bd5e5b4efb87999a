package org.countsas.comparison.change;

import org.countsas.comparison.TotalDelta;

/**
 * What changes because of one rule: the sum over the items on which its finding made the difference, each item under one rule.
 *
 * @param rule   the rule's name; empty for items on which no single finding did
 * @param policy its policy
 * @param cause  how it made the difference
 * @param items  how many items
 * @param worth  what they add to or take from the total
 */
public record RuleChange(String rule, String policy, ChangeReason cause, int items, TotalDelta worth) {}
