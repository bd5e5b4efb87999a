package org.countsas.comparison.scenario;

import java.time.LocalDate;
import java.util.List;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.target.Level;
import org.countsas.item.Stage;

/**
 * What there is to say of all combinations.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf          the day on which rules had to be in force
 * @param fiscalYear    fiscal year of the items
 * @param stage         their stage
 * @param currency      their currency, ISO 4217
 * @param scenarios     the combinations
 * @param contributions what each policy is worth beside the others, in their order
 * @param overlaps      for each pair of policies, what would be counted twice if their values alone were added up
 * @param ways          the best ways to each target
 */
public record ScenarioReport(
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        Scenarios scenarios,
        List<Contribution> contributions,
        List<List<TotalDelta>> overlaps,
        List<BestCombinations> ways) {

    public ScenarioReport {
        contributions = List.copyOf(contributions);
        overlaps = List.copyOf(overlaps);
        ways = List.copyOf(ways);
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
                scenarios.ways(levels));
    }
}
