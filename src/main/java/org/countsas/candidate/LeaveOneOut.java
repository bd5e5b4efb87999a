package org.countsas.candidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Outcome;
import org.countsas.candidate.DecidedBudget.Case;
import org.countsas.definition.Definition;
import org.countsas.evaluation.RuleSet;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;

/**
 * Measures the search for candidates: a concept is taken away, as if nobody had thought of it; do the items that no longer count come back
 * as candidates?
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LeaveOneOut {
    private final DecidedBudget budget;
    private final Wording wording;

    /** @param items items of one year and stage, decided under the definition on the day */
    public LeaveOneOut(List<BudgetItem> items, RuleBook book, Definition definition, LocalDate asOf) {
        budget = DecidedBudget.of(items, RuleSet.of(book), new Adjudicator(definition, asOf));
        wording = Wording.of(items.stream().map(BudgetItem::programme).toList(), item -> true);
    }

    /**
     * What came back without a concept.
     *
     * @param policy  the policy
     * @param concept the concept that was taken away
     * @param lost    how many items no longer counted, nor were for a person to judge; 1 or more
     * @param found   how many of them were among the first candidates
     * @param left    how many items counted in the policy still
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Recovery(String policy, String concept, int lost, int found, int left) {}

    /**
     * Takes away each concept that a policy's COUNT rules want, one at a time.
     *
     * @param first how many candidates are looked at, 1 or more
     * @return in the order of the rules; concepts without which nothing is lost are left out
     */
    public List<Recovery> of(String policy, int first) {
        List<Recovery> recoveries = new ArrayList<>();
        for (String concept : CandidateFinder.wanted(policy, budget.rules().rules())) {
            DecidedBudget without = without(concept);
            List<Integer> lost = CandidateFinder.indexes(
                    budget,
                    i -> budget.decided(i).countsIn(policy)
                            && without.decided(i).decision().outcome() == Outcome.NOT_COUNTED);
            if (!lost.isEmpty()) {
                recoveries.add(recovery(policy, concept, lost, without, first));
            }
        }
        return recoveries;
    }

    private DecidedBudget without(String concept) {
        List<Rule> concerned = budget.rulesAbout(concept);
        List<Case> cases = IntStream.range(0, budget.size())
                .mapToObj(i -> budget.decided(i).mentions(concept)
                        ? budget.changed(i, concept, List.of(), concerned)
                        : budget.decided(i))
                .toList();
        return budget.with(cases);
    }

    private Recovery recovery(String policy, String concept, List<Integer> lost, DecidedBudget without, int first) {
        List<Integer> counted =
                CandidateFinder.indexes(without, i -> without.decided(i).countsIn(policy));
        List<Integer> open =
                CandidateFinder.indexes(without, i -> without.decided(i).isOpenFor(policy));
        Set<String> wanted = CandidateFinder.wanted(policy, without.rules().rules());
        Resemblance resemblance = Resemblance.to(counted, wanted, wording, without);
        Map<Integer, Double> scores = new HashMap<>();
        open.forEach(item -> scores.put(item, resemblance.of(item)));
        Set<Integer> candidates = new HashSet<>(CandidateFinder.ranked(open, scores, without).stream()
                .limit(first)
                .toList());
        int found = (int) lost.stream().filter(candidates::contains).count();
        return new Recovery(policy, concept, lost.size(), found, counted.size());
    }
}
