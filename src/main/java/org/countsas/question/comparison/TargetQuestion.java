package org.countsas.question.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.outlook.DefinitionOutlook;
import org.countsas.comparison.outlook.Outlook;
import org.countsas.comparison.outlook.PlanTracker;
import org.countsas.comparison.outlook.ShareSolution;
import org.countsas.comparison.outlook.ShareSolver;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.target.Distance;
import org.countsas.comparison.target.Level;
import org.countsas.official.OfficialFigures;
import org.countsas.official.YearlyGdp;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.ProblemException;
import org.countsas.question.DefinitionFinder;

/**
 * How far are definitions from their targets, over the years, and which share of a policy would reach them? Immutable and thread-safe.
 *
 * @param definitions as {@link DefinitionFinder} reads them; empty for the one in force
 * @param shares      policies, by id or title, whose share is to be found for each target
 * @param measures    what the totals are compared with
 * @param asOf        the day on which rules must be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record TargetQuestion(List<String> definitions, List<String> shares, Measures measures, LocalDate asOf) {

    public TargetQuestion {
        definitions = List.copyOf(definitions);
        shares = List.copyOf(shares);
    }

    /**
     * Answers the question.
     *
     * @throws ProblemException if there is no such definition or policy, if a definition has no gross domestic product, or if it is made
     *                          for a currency other than the budget's
     */
    public Outlook answer(EvaluatedBudget budget) {
        DefinitionFinder finder = budget.finder(asOf);
        Stream<Reform> reforms = definitions.isEmpty()
                ? Stream.of(finder.reform(null))
                : definitions.stream().distinct().map(finder::reform);
        List<Reformed> reformed = reforms.map(measures::with).map(finder::apply).toList();
        for (Reformed each : reformed) {
            budget.checkCurrency(each);
            Level.gdpOf(each.definition());
        }
        ShareSolver solver =
                new ShareSolver(finder.reforms(), budget.selection().items(), budget.findings(), asOf);
        return new Outlook(
                asOf,
                budget.selection().fiscalYear(),
                budget.selection().stage(),
                budget.selection().currency(),
                reformed.stream().map(each -> outlook(each, budget, solver)).toList(),
                gdp(budget));
    }

    private static List<YearlyGdp> gdp(EvaluatedBudget budget) {
        return OfficialFigures.of(budget.countsAs().rules()).stream()
                .filter(each -> each.currency().equals(budget.selection().currency()))
                .findFirst()
                .map(OfficialFigures::gdp)
                .orElse(List.of());
    }

    private DefinitionOutlook outlook(Reformed reformed, EvaluatedBudget budget, ShareSolver solver) {
        DefinitionResult result =
                budget.comparer(asOf, measures.targets()).result(budget.input(reformed.expression(), reformed));
        List<ShareSolution> solutions = new ArrayList<>();
        for (String asked : shares) {
            String policy = budget.countsAs()
                    .rules()
                    .policyNames()
                    .find(asked)
                    .map(Policy::id)
                    .orElse(asked);
            for (Distance distance : result.distances()) {
                solutions.add(solver.solve(reformed.definition(), policy, distance.level()));
            }
        }
        return new DefinitionOutlook(
                result, PlanTracker.of(reformed.definition(), budget.allYears(), budget.findings(), asOf), solutions);
    }
}
