package org.countsas.question.comparison;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.reform.Reformed;
import org.countsas.official.OfficialFigures;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.DefinitionFinder;
import org.countsas.reconciliation.Reconciler;
import org.countsas.reconciliation.Reconciliation;
import org.jspecify.annotations.Nullable;

/**
 * How does what counts compare with what the government published, and what explains the difference? Immutable and thread-safe.
 *
 * @param definition as {@link DefinitionFinder} reads it; null for the one in force
 * @param official   the id of a file of official figures; null for the first in the currency of the budget
 * @param asOf       the day on which rules must be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReconciliationQuestion(
        @Nullable String definition, @Nullable String official, LocalDate asOf) {

    /**
     * Answers the question.
     *
     * @throws ProblemException if there is no such definition, if there are no such official figures, or if they are in a currency other
     *                          than the budget's
     */
    public Reconciliation answer(EvaluatedBudget budget) {
        DefinitionFinder finder = budget.finder(asOf);
        Reformed reformed = finder.apply(finder.reform(definition));
        budget.checkCurrency(reformed);
        OfficialFigures figures = figures(budget);
        return Reconciler.of(reformed.definition(), budget.allYears(), budget.findings(), asOf)
                .with(figures);
    }

    private OfficialFigures figures(EvaluatedBudget budget) {
        List<OfficialFigures> all = OfficialFigures.of(budget.countsAs().rules());
        String currency = budget.selection().currency();
        String wanted = official;
        if (wanted == null) {
            return all.stream()
                    .filter(each -> each.currency().equals(currency))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            Code.NO_OFFICIAL_FIGURES,
                            Place.NONE,
                            "The rules have no official figures in " + currency,
                            "Add a file to official/"));
        }
        OfficialFigures found = Names.of(
                        all,
                        OfficialFigures::id,
                        each -> List.of(each.title().en(), each.title().ja()))
                .get(wanted, Code.NO_OFFICIAL_FIGURES, "The rules have no official figures '" + wanted + "'");
        if (!found.currency().equals(currency)) {
            throw new ProblemException(
                    Code.CURRENCIES_DIFFER,
                    Place.NONE,
                    "The official figures '" + wanted + "' are in " + found.currency() + ", but the amounts are in "
                            + currency,
                    "Choose figures in the currency of the amounts");
        }
        return found;
    }
}
