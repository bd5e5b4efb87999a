package org.countsas.definition;

import org.countsas.vocabulary.Label;

/**
 * An amount planned over several fiscal years.
 *
 * @param id        kebab-case id
 * @param firstYear first fiscal year
 * @param lastYear  last fiscal year
 * @param amount    in whole units of the definition's currency
 * @param label     name for people
 * @param source    source id
 */
public record SpendingPlan(String id, int firstYear, int lastYear, long amount, Label label, String source) {}
