package org.countsas.question.comparison;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.reform.Reformed;
import org.countsas.problem.ProblemException;
import org.countsas.question.DefinitionFinder;
import org.jspecify.annotations.Nullable;

/**
 * What is the difference between two states of the rules under one definition? Immutable and thread-safe.
 *
 * @param definition as {@link DefinitionFinder} reads it; null for the one in force
 * @param measures   what the totals are compared with
 * @param asOf       the day on which rules must be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record RulesComparisonQuestion(@Nullable String definition, Measures measures, LocalDate asOf) {

    /**
     * Some rules and what they find.
     *
     * @param name   distinguishes them from the others, such as their folder
     * @param budget the budget under these rules
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Side(String name, EvaluatedBudget budget) {}

    /**
     * Answers the question.
     *
     * @param before the same budget as after
     * @throws ProblemException if one of them has no such definition, or it is made for a currency other than the budget's
     */
    public ComparisonAnswer answer(Side before, Side after) {
        List<ComparisonInput> inputs = List.of(input(before), input(after));
        DefinitionFinder finder = before.budget().finder(asOf);
        return new ComparisonAnswer(
                before.budget(),
                inputs,
                finder.reforms(),
                before.budget().comparer(asOf, measures.targets()).compare(inputs, finder.reforms()));
    }

    private ComparisonInput input(Side side) {
        DefinitionFinder finder = side.budget().finder(asOf);
        Reformed reformed = finder.apply(measures.with(finder.reform(definition)));
        side.budget().checkCurrency(reformed);
        return side.budget().input(reformed.expression() + " (" + side.name() + ")", reformed);
    }
}
