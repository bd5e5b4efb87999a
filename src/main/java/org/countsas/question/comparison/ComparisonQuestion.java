package org.countsas.question.comparison;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.reform.Reformed;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.DefinitionFinder;

/**
 * What is the difference between definitions, and what causes it? Immutable and thread-safe.
 *
 * @param definitions at least two, as {@link DefinitionFinder} reads them; each is compared with the first
 * @param measures    what the totals are compared with
 * @param asOf        the day on which rules must be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record ComparisonQuestion(List<String> definitions, Measures measures, LocalDate asOf) {

    /** @throws ProblemException if there are not two definitions */
    public ComparisonQuestion {
        definitions = List.copyOf(definitions);
        if (definitions.size() < 2) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "There is nothing to compare",
                    "Give --definition at least twice, or --rules twice with one --definition");
        }
    }

    /**
     * Answers the question.
     *
     * @throws ProblemException if there is no such definition, or one is made for a currency other than the budget's
     */
    public ComparisonAnswer answer(EvaluatedBudget budget) {
        DefinitionFinder finder = budget.finder(asOf);
        List<Reformed> reformed = definitions.stream()
                .distinct()
                .map(finder::reform)
                .map(measures::with)
                .map(finder::apply)
                .toList();
        reformed.forEach(budget::checkCurrency);
        List<ComparisonInput> inputs = reformed.stream()
                .map(each -> budget.input(each.expression(), each))
                .toList();
        return new ComparisonAnswer(
                budget,
                inputs,
                finder.reforms(),
                budget.comparer(asOf, measures.targets()).compare(inputs, finder.reforms()));
    }
}
