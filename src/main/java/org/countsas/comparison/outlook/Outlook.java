package org.countsas.comparison.outlook;

import java.time.LocalDate;
import java.util.List;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.item.Stage;

/**
 * Where definitions stand and where they could come to.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf        the day on which rules had to be in force
 * @param fiscalYear  fiscal year of the items
 * @param stage       their stage
 * @param currency    their currency, ISO 4217
 * @param definitions what there is to say of each definition, in the order asked
 */
public record Outlook(LocalDate asOf, int fiscalYear, Stage stage, String currency, List<Of> definitions) {
    public Outlook {
        definitions = List.copyOf(definitions);
    }

    /**
     * What there is to say of one definition.
     *
     * @param side      its sums, its distances to targets and what it counts in each year
     * @param plans     how far its plans have come
     * @param solutions for each share asked for and each target, the share that reaches it
     */
    public record Of(DefinitionResult side, List<PlanProgress> plans, List<ShareSolution> solutions) {
        public Of {
            plans = List.copyOf(plans);
            solutions = List.copyOf(solutions);
        }
    }
}
