package org.countsas.question.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.comparison.scenario.Scenarios;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.definition.Target;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.DefinitionFinder;
import org.jspecify.annotations.Nullable;

/**
 * What is the total of every combination of proposed policies, and which of them reach the targets? Immutable and thread-safe.
 *
 * @param base     the definition that policies are added to, as {@link DefinitionFinder} reads it; null for the one in force
 * @param policies the policies that may be added, separated by commas, each with options if needed: {@code space,aviation(share=50%)}; null
 *                 for all that the proposed definition nearest to the base has beyond it
 * @param measures what the totals are compared with
 * @param asOf     the day on which rules must be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record ScenarioQuestion(
        @Nullable String base, @Nullable String policies, Measures measures, LocalDate asOf) {

    /**
     * Answers the question.
     *
     * @throws ProblemException if there is no such definition or policy, if there are too many policies, or if the definition is made for a
     *                          currency other than the budget's
     */
    public ScenarioReport answer(EvaluatedBudget budget) {
        DefinitionFinder finder = budget.finder(asOf);
        Reform reform = measures.with(finder.reform(base));
        Reformed reformed = finder.apply(reform);
        budget.checkCurrency(reformed);
        List<Edit.Add> additions = policies == null
                ? proposed(budget.countsAs().definitions(), reformed.definition())
                : named(policies, finder);
        // Before the evaluation, so that a misspelt policy is reported at once.
        Scenarios.checkCount(additions.size());
        finder.apply(reform.and(List.copyOf(additions)));
        Scenarios scenarios = Scenarios.of(
                reform, additions, finder.reforms(), budget.selection().items(), budget.findings(), asOf);
        return ScenarioReport.of(
                scenarios,
                levels(reformed.definition()),
                asOf,
                budget.selection().fiscalYear(),
                budget.selection().stage(),
                budget.selection().currency());
    }

    private List<Level> levels(Definition definition) {
        List<Target> targets = new ArrayList<>(definition.targets());
        measures.targets().stream()
                .filter(target ->
                        targets.stream().noneMatch(known -> known.percent().compareTo(target.percent()) == 0))
                .forEach(targets::add);
        targets.sort(Comparator.comparing(Target::percent));
        return Level.of(definition, targets);
    }

    private static List<Edit.Add> named(String policies, DefinitionFinder finder) {
        // A comma within brackets separates the options of one policy.
        return Arrays.stream(policies.split("[,、，](?![^(]*\\))"))
                .map(String::strip)
                .filter(policy -> !policy.isEmpty())
                .map(policy -> addition(policy, finder))
                .toList();
    }

    private static Edit.Add addition(String policy, DefinitionFinder finder) {
        List<Edit> edits = finder.reformOnLine("base + " + policy).edits();
        if (edits.size() == 1 && edits.get(0) instanceof Edit.Add add) {
            return add;
        }
        throw new ProblemException(
                Code.BAD_REFORM,
                Place.NONE,
                "'" + edits.get(0) + "' is not a policy",
                "Name policies, separated by commas");
    }

    private static List<Edit.Add> proposed(Definitions definitions, Definition base) {
        Optional<Definition> nearest = definitions.all().stream()
                .filter(definition -> definition.status() == Definition.Status.PROPOSED
                        && definition.currency().equals(base.currency()))
                .max(Comparator.<Definition>comparingLong(definition -> shared(definition, base))
                        .thenComparing(Definition::id, Comparator.reverseOrder()));
        List<Edit.Add> additions = nearest.stream()
                .flatMap(definition -> definition.adoptions().stream())
                .map(Adoption::policy)
                .filter(policy -> base.adoptionOf(policy).isEmpty())
                .map(Edit.Add::new)
                .toList();
        if (additions.isEmpty()) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "No definition proposes policies beyond " + base.id(),
                    "Name them with --policies");
        }
        return additions;
    }

    private static long shared(Definition definition, Definition base) {
        return definition.adoptions().stream()
                .filter(adoption -> base.adoptionOf(adoption.policy()).isPresent())
                .count();
    }
}
