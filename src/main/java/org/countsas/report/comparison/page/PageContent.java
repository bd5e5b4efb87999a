package org.countsas.report.comparison.page;

import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.policy.book.RuleBook;
import org.countsas.reconciliation.Reconciliation;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows. Immutable and thread-safe.
 *
 * @param comparison       the definitions side by side
 * @param scenarios        all combinations of what the last definition adds to the first; null if it adds nothing
 * @param reconciliation   a definition beside what the government published; null if nothing is published of the years shown
 * @param rules            the rules that decided under the last definition
 * @param command the command that reproduces the comparison
 * @param scenariosCommand the command that reproduces the combinations; empty text if there are none
 */
public record PageContent(
        Comparison comparison,
        @Nullable ScenarioReport scenarios,
        @Nullable Reconciliation reconciliation,
        RuleBook rules,
        String command,
        String scenariosCommand) {}
