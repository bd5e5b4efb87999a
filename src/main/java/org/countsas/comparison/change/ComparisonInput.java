package org.countsas.comparison.change;

import org.countsas.comparison.reform.Reformed;
import org.countsas.evaluation.Findings;

/**
 * What is to be compared: a definition, and what some rules found of the items.
 *
 * @param label       what tells it from the others
 * @param reformed    the definition
 * @param findings    the findings on all items; two subjects share them if they share the rules
 * @param rulesDigest digest of the rules
 */
public record ComparisonInput(String label, Reformed reformed, Findings findings, String rulesDigest) {}
