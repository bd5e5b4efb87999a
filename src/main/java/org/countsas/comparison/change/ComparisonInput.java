package org.countsas.comparison.change;

import org.apiguardian.api.API;
import org.countsas.comparison.reform.Reformed;
import org.countsas.evaluation.Findings;

/**
 * One of the things to compare: a definition, and what some rules found about the items.
 *
 * @param label       what distinguishes it from the others
 * @param reformed    the definition
 * @param findings    the findings on all items; inputs with the same rules share the same object
 * @param rulesDigest digest of the rules
 */
@API(status = API.Status.EXPERIMENTAL)
public record ComparisonInput(String label, Reformed reformed, Findings findings, String rulesDigest) {}
