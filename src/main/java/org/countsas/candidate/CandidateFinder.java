package org.countsas.candidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.evaluation.RuleSet;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Concept;

/**
 * Finds what rules may have missed. Items are decided and their words analysed once, for any number of policies. Everything happens in
 * memory; the same items and rules give the same candidates, whatever the number of processors.
 *
 * <p>Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class CandidateFinder {
    private static final int WORDS = 5;
    private static final int NEAREST = 3;

    private final DecidedBudget budget;
    private final Wording wording;
    private final TermSearch terms;

    /**
     * @param items     items of one year and stage
     * @param decides   decides about them, under a definition and on a day
     * @param policies  policies that the definition adopts, of which candidates may be asked for
     * @param dismissed proposals not to make again
     */
    public CandidateFinder(
            List<BudgetItem> items,
            RuleBook book,
            Adjudicator decides,
            List<String> policies,
            DismissedTerms dismissed) {
        this.budget = DecidedBudget.of(items, RuleSet.of(book), decides);
        this.wording = Wording.of(
                items.stream().map(BudgetItem::programme).toList(),
                i -> policies.stream().anyMatch(policy -> concerns(policy, i)));
        this.terms = new TermSearch(budget, dismissed);
    }

    private boolean concerns(String policy, int item) {
        return budget.decided(item).countsIn(policy) || budget.decided(item).isOpenFor(policy);
    }

    /** Loads the dictionary of the analysis, so that a program may have it ready while it still reads its items. */
    public static void prepare() {
        new NounRuns().of("");
    }

    /**
     * The candidates of a policy, the most alike first, then the largest, then by id.
     *
     * @param policy one of the policies
     * @param limit  how many at most, 1 or more
     */
    public PolicyCandidates of(String policy, int limit) {
        return of(policy, limit, decision -> true);
    }

    /**
     * The same among some of the items.
     *
     * @param wanted which of the items may be candidates, as they are decided
     */
    public PolicyCandidates of(String policy, int limit, Predicate<Decision> wanted) {
        List<Integer> counted = indexes(budget, i -> budget.decided(i).countsIn(policy));
        List<Integer> open = indexes(budget, i -> budget.decided(i).isOpenFor(policy));
        Set<String> concepts = wanted(policy, budget.rules().rules());
        Resemblance resemblance = Resemblance.to(counted, concepts, wording, budget);
        Map<Integer, Double> scores = new HashMap<>();
        open.forEach(item -> scores.put(item, resemblance.of(item)));
        List<Integer> first = ranked(open, scores, budget).stream()
                .filter(each -> scores.getOrDefault(each, 0.0) > 0)
                .filter(each -> wanted.test(budget.decided(each).decision()))
                .limit(limit)
                .toList();
        Map<Integer, ProposedTerm> proposals = terms.best(policy, first, counted, scores);
        List<Candidate> candidates = new ArrayList<>();
        for (int item : first) {
            candidates.add(new Candidate(
                    budget.item(item),
                    perCent(scores.getOrDefault(item, 0.0)),
                    resemblance.alike(item, WORDS),
                    nearest(item, counted),
                    proposals.get(item)));
        }
        return new PolicyCandidates(policy, counted.size(), open.size(), candidates);
    }

    /**
     * What would be decided otherwise if a concept had one more term.
     *
     * @param items   items of one year and stage
     * @param decides decides about them, under a definition and on a day
     * @param concept a concept of the rules
     * @param term    the term
     */
    public static ProposedTerm tried(
            List<BudgetItem> items, RuleBook book, Adjudicator decides, Concept concept, String term) {
        String policy = book.rules().stream()
                .filter(rule -> RuleConcepts.of(rule).contains(concept.id()))
                .map(Rule::policy)
                .findFirst()
                .orElse("");
        return new TermTrial(DecidedBudget.of(items, RuleSet.of(book), decides), List.of(term))
                .of(policy, concept, term);
    }

    /** The order in which items are proposed. */
    static List<Integer> ranked(List<Integer> open, Map<Integer, Double> scores, DecidedBudget budget) {
        return open.stream()
                .sorted(Comparator.comparingDouble((Integer item) -> -scores.getOrDefault(item, 0.0))
                        .thenComparingLong(item -> -budget.item(item).amount())
                        .thenComparing(item -> budget.item(item).id()))
                .toList();
    }

    /** The concepts that a policy's COUNT rules want to find in an item's own words. */
    static Set<String> wanted(String policy, List<Rule> rules) {
        Set<String> wanted = new LinkedHashSet<>();
        rules.stream()
                .filter(rule -> rule.policy().equals(policy) && rule.effect() == Effect.COUNT)
                .forEach(rule -> wanted.addAll(RuleConcepts.wanted(rule)));
        return wanted;
    }

    static List<Integer> indexes(DecidedBudget budget, IntPredicate wanted) {
        return IntStream.range(0, budget.size()).filter(wanted).boxed().toList();
    }

    /** Two sums, each 1 for the median item: so 2 is 100 per cent. */
    private static int perCent(double score) {
        return (int) Math.min(999, Math.round(score * 50));
    }

    private List<BudgetItem> nearest(int item, List<Integer> counted) {
        Map<Integer, Double> likeness = new HashMap<>();
        counted.forEach(other -> likeness.put(other, wording.likeness(item, other)));
        return ranked(counted, likeness, budget).stream()
                .limit(NEAREST)
                .map(budget::item)
                .toList();
    }
}
