package org.countsas.comparison.scenario;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.target.Level;
import org.countsas.item.Stage;

/**
 * All combinations, what each policy contributes, and the best of them for each target.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf          the day on which rules had to be in force
 * @param fiscalYear    fiscal year of the items
 * @param stage         their stage
 * @param currency      their currency, ISO 4217
 * @param scenarios     the combinations
 * @param contributions what each policy contributes, in their order
 * @param overlaps      for each pair of policies, what would be counted twice if their values alone were added up
 * @param best          the best combinations for each target
 */
@API(status = API.Status.EXPERIMENTAL)
public record ScenarioReport(
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        Scenarios scenarios,
        List<Contribution> contributions,
        List<List<TotalDelta>> overlaps,
        List<BestCombinations> best) {

    public ScenarioReport {
        contributions = List.copyOf(contributions);
        overlaps = List.copyOf(overlaps);
        best = List.copyOf(best);
    }

    /**
     * The report of some scenarios.
     *
     * @param levels the targets
     */
    public static ScenarioReport of(
            Scenarios scenarios, List<Level> levels, LocalDate asOf, int fiscalYear, Stage stage, String currency) {
        return new ScenarioReport(
                asOf,
                fiscalYear,
                stage,
                currency,
                scenarios,
                scenarios.contributions(),
                scenarios.overlaps(),
                scenarios.best(levels));
    }
}
