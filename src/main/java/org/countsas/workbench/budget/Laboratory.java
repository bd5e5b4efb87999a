package org.countsas.workbench.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.change.Comparer;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.change.ItemChange;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.reform.Reforms;
import org.countsas.comparison.scenario.BestCombinations;
import org.countsas.comparison.scenario.Scenarios;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.problem.ProblemException;
import org.countsas.question.comparison.EvaluatedBudget;

/** What if: a definition and edits of it, from the one evaluation of a budget. Thread-safe. */
public final class Laboratory {
    private final Workspace workspace;
    private final EvaluatedBudget budget;
    private final Reforms reforms;
    private final Comparer comparer;
    private final Map<String, List<String>> addable = new LinkedHashMap<>();
    private final Map<String, List<BestCombinations>> frontiers = new LinkedHashMap<>();

    Laboratory(Workspace workspace, EvaluatedBudget budget) {
        this.workspace = workspace;
        this.budget = budget;
        this.reforms = budget.finder(workspace.asOf()).reforms();
        this.comparer = new Comparer(budget.selection().items(), budget.allYears(), workspace.asOf(), List.of());
    }

    /** The policies that some definition of the same currency adopts beyond this one, in the order of the rules. */
    public synchronized List<String> addable(Definition base) {
        return addable.computeIfAbsent(
                base.id(),
                id -> workspace.rules().policies().stream()
                        .map(policy -> policy.id())
                        .filter(policy -> base.adoptionOf(policy).isEmpty())
                        .filter(policy -> isAdoptedSomewhere(policy, base.currency()))
                        .filter(policy -> applies(new Reform(id, List.of(new Edit.Add(policy)))))
                        .toList());
    }

    private boolean isAdoptedSomewhere(String policy, String currency) {
        return workspace.definitions().stream()
                .anyMatch(definition -> definition.currency().equals(currency)
                        && definition.adoptionOf(policy).isPresent());
    }

    private boolean applies(Reform reform) {
        try {
            reforms.apply(reform);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** What each edit of a reform is worth, in their order; none if there are too many to combine. */
    public synchronized List<Contribution> contributions(Reform reform) {
        Reformed first = reforms.apply(new Reform(reform.base(), List.of()));
        return comparer.contributions(input(first), input(reforms.apply(reform)), reforms);
    }

    private ComparisonInput input(Reformed reformed) {
        return new ComparisonInput(
                reformed.expression(),
                reformed,
                budget.findings(),
                workspace.rules().folder().digest());
    }

    /** The items about which a view decides otherwise than another one of the same year. */
    public List<ItemChange> changes(View before, View after) {
        return Comparer.changes(before.decisions(), after.decisions());
    }

    /**
     * What two added policies would count twice if their values alone were added up.
     *
     * @param first  a policy's id
     * @param second a policy's id
     * @param twice  how much
     */
    public record Overlap(String first, String second, TotalDelta twice) {}

    /** The overlaps of the policies that a reform adds, without those that are nothing; none if there are too many to combine. */
    public List<Overlap> overlaps(Reform reform) {
        List<Edit.Add> additions = reform.edits().stream()
                .filter(Edit.Add.class::isInstance)
                .map(Edit.Add.class::cast)
                .toList();
        if (additions.size() < 2 || additions.size() > Scenarios.MOST_POLICIES) {
            return List.of();
        }
        List<List<TotalDelta>> all =
                scenarios(new Reform(reform.base(), List.of()), additions).overlaps();
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < additions.size(); i++) {
            for (int j = i + 1; j < additions.size(); j++) {
                TotalDelta twice = all.get(i).get(j);
                if (!twice.equals(TotalDelta.NOTHING)) {
                    overlaps.add(new Overlap(
                            additions.get(i).policy(), additions.get(j).policy(), twice));
                }
            }
        }
        return overlaps;
    }

    private Scenarios scenarios(Reform base, List<Edit.Add> additions) {
        return Scenarios.of(base, additions, reforms, budget.selection().items(), budget.findings(), workspace.asOf());
    }

    /** The best combinations of all policies that may be added, for each target of the definition; computed once for each. */
    public synchronized List<BestCombinations> frontier(Reform measured) {
        return frontiers.computeIfAbsent(measured.toString(), key -> {
            Definition base = reforms.apply(measured).definition();
            List<Edit.Add> additions = addable(base).stream().map(Edit.Add::new).toList();
            if (additions.isEmpty() || additions.size() > Scenarios.MOST_POLICIES) {
                return List.of();
            }
            return scenarios(measured, additions).best(Level.of(base, base.targets()));
        });
    }

    /** The policies of a definition, in their order. */
    public static List<String> order(Definition definition) {
        return definition.adoptions().stream().map(Adoption::policy).toList();
    }
}
