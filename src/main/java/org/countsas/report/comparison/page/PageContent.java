package org.countsas.report.comparison.page;

import java.util.List;
import java.util.Optional;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.policy.book.RuleBook;
import org.countsas.reconciliation.Reconciliation;

/**
 * What the page shows. Immutable and thread-safe.
 *
 * @param comparison       the definitions side by side
 * @param scenarios        all combinations of what the last definition adds to the first; empty if it adds nothing
 * @param reconciliations  definitions beside what the government published; none if nothing is published of the years shown
 * @param rules            the rules that decided under the last definition
 * @param command          what reproduces the comparison
 * @param scenariosCommand what reproduces the combinations; empty text if there are none
 */
public record PageContent(
        Comparison comparison,
        Optional<ScenarioReport> scenarios,
        List<Reconciliation> reconciliations,
        RuleBook rules,
        String command,
        String scenariosCommand) {
    public PageContent {
        reconciliations = List.copyOf(reconciliations);
    }
}
