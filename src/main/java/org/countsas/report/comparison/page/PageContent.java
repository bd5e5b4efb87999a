package org.countsas.report.comparison.page;

import java.util.Optional;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.policy.book.RuleBook;

/**
 * What the page shows. Immutable and thread-safe.
 *
 * @param comparison       the definitions side by side
 * @param scenarios        all combinations of what the last definition adds to the first; empty if it adds nothing
 * @param rules            the rules that decided under the last definition
 * @param command the command that reproduces the comparison
 * @param scenariosCommand the command that reproduces the combinations; empty text if there are none
 */
public record PageContent(
        Comparison comparison,
        Optional<ScenarioReport> scenarios,
        RuleBook rules,
        String command,
        String scenariosCommand) {}
