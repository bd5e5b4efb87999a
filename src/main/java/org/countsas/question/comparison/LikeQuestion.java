package org.countsas.question.comparison;

import java.time.LocalDate;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.comparison.like.LikeComparison;
import org.countsas.comparison.like.LikeSide;
import org.countsas.comparison.reform.Reformed;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.DefinitionFinder;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one year or stage to another on the items that both have, under one definition? Immutable and thread-safe.
 *
 * @param definition as {@link DefinitionFinder} reads it; null for the one in force
 * @param asOf       the day on which rules must be in force
 * @param fiscalYear the year to compare with; null for that of the budget
 * @param stage      the stage to compare with; null for that of the budget
 */
@API(status = API.Status.EXPERIMENTAL)
public record LikeQuestion(
        @Nullable String definition,
        LocalDate asOf,
        @Nullable Integer fiscalYear,
        @Nullable Stage stage) {

    /**
     * Answers the question: the budget's own year and stage is the second side.
     *
     * @throws ProblemException if there is no such definition, if it is made for a currency other than the budget's, or if there is no amount
     *                          in this year and stage
     */
    public LikeComparison answer(EvaluatedBudget budget) {
        DefinitionFinder finder = budget.finder(asOf);
        Reformed reformed = finder.apply(finder.reform(definition));
        budget.checkCurrency(reformed);
        Selection second = budget.selection();
        Selection first = budget.selection(
                fiscalYear == null ? Integer.valueOf(second.fiscalYear()) : fiscalYear,
                stage == null ? second.stage() : stage);
        if (first.fiscalYear() == second.fiscalYear() && first.stage() == second.stage()) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "Fiscal year " + second.fiscalYear() + ", stage "
                            + second.stage().id() + " would be compared with itself",
                    "Choose another year with --with-year, or another stage with --with-stage");
        }
        return LikeComparison.of(side(first, reformed, budget), side(second, reformed, budget));
    }

    private LikeSide side(Selection selection, Reformed reformed, EvaluatedBudget budget) {
        return new LikeSide(
                "",
                reformed.definition(),
                asOf,
                selection.fiscalYear(),
                selection.stage(),
                selection.currency(),
                new Adjudicator(reformed.definition(), asOf).decide(selection.items(), budget.findings()));
    }
}
