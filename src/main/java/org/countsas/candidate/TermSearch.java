package org.countsas.candidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.countsas.adjudication.Standing;
import org.countsas.candidate.NounRuns.Noun;
import org.countsas.evaluation.Evidence;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.vocabulary.Concept;

/** Looks for the one term that would count a candidate, and with it more of what is alike than of what is not. Not thread-safe. */
final class TermSearch {
    /** Under how many concepts of a policy a phrase is tried: the ones that most counted items rest on. */
    private static final int CONCEPTS = 4;

    private static final int PHRASES = 12;
    private static final int LONGEST_RUN = 4;
    private static final int SHORTEST = 3;
    /** A phrase that more than one item in so many holds says what budgets are, not what a policy is about. */
    private static final int ONE_IN = 100;

    private static final int FEW = 20;

    private final DecidedBudget budget;
    private final DismissedTerms dismissed;
    private final NounRuns nouns = new NounRuns();
    private final IdentityHashMap<BudgetItem, Integer> indexes = new IdentityHashMap<>();

    TermSearch(DecidedBudget budget, DismissedTerms dismissed) {
        this.budget = budget;
        this.dismissed = dismissed;
        IntStream.range(0, budget.size()).forEach(i -> indexes.put(budget.item(i), i));
    }

    /**
     * The best term for each of some items that have one.
     *
     * @param counted the items that count in the policy
     * @param scores  how much the open items resemble them
     */
    Map<Integer, ProposedTerm> best(
            String policy, List<Integer> items, List<Integer> counted, Map<Integer, Double> scores) {
        Map<Integer, Set<String>> phrases = new LinkedHashMap<>();
        items.forEach(item -> phrases.put(item, phrases(budget.item(item).programme())));
        Set<String> all = new LinkedHashSet<>();
        phrases.values().forEach(all::addAll);
        TermTrial trial = new TermTrial(budget, all);
        List<Concept> concepts = concepts(policy, counted);
        Set<Integer> among = new HashSet<>(counted);
        Map<String, Trial> tried = new HashMap<>();
        Map<Integer, ProposedTerm> best = new HashMap<>();
        phrases.forEach((item, each) -> {
            List<Trial> trials = new ArrayList<>();
            for (String phrase : promising(item, each, among, trial)) {
                for (int rank = 0; rank < concepts.size(); rank++) {
                    Concept concept = concepts.get(rank);
                    int place = rank;
                    if (!dismissed.contains(concept.id(), phrase)) {
                        trials.add(tried.computeIfAbsent(
                                concept.id() + '\n' + phrase,
                                key -> new Trial(trial.of(policy, concept, phrase), place)));
                    }
                }
            }
            best(item, trials, scores).ifPresent(term -> best.put(item, term));
        });
        return best;
    }

    /**
     * A term that was tried.
     *
     * @param rank the place of its concept among those that counted items rest on, from 0
     */
    private record Trial(ProposedTerm term, int rank) {}

    private Optional<ProposedTerm> best(int item, List<Trial> tried, Map<Integer, Double> scores) {
        double alike = scores.getOrDefault(item, 0.0) / 2;
        return tried.stream()
                .filter(trial -> trial.term().counts().stream().anyMatch(each -> index(each) == item))
                .filter(trial -> worth(trial.term(), scores, alike) > 0)
                .max(Comparator.comparingInt((Trial trial) -> worth(trial.term(), scores, alike))
                        .thenComparing(trial -> trial.term().usedBy() > 0)
                        .thenComparing(Trial::rank, Comparator.reverseOrder())
                        .thenComparing(trial -> trial.term().term(), Comparator.comparingInt(String::length))
                        .thenComparing(trial -> trial.term().term(), Comparator.reverseOrder()))
                .map(Trial::term);
    }

    private int index(BudgetItem item) {
        return Objects.requireNonNull(indexes.get(item));
    }

    /**
     * What speaks for a term: the items that it would count and that are at least half as much alike as the candidate; against it each other
     * one, and twice what would no longer count or be contested.
     */
    private int worth(ProposedTerm term, Map<Integer, Double> scores, double alike) {
        int worth = 0;
        for (BudgetItem each : term.counts()) {
            worth += scores.getOrDefault(index(each), 0.0) >= alike ? 1 : -1;
        }
        return worth - 2 * (term.rejects().size() + term.contests().size());
    }

    /** The concepts under which a term could count something: those that most counted items rest on. */
    private List<Concept> concepts(String policy, List<Integer> counted) {
        Set<String> wanted = CandidateFinder.wanted(policy, budget.rules().rules());
        Map<String, Integer> uses = new TreeMap<>();
        wanted.forEach(concept -> uses.put(concept, 0));
        counted.forEach(item -> budget.decided(item).decision().findings().stream()
                .filter(finding -> finding.standing() == Standing.DECISIVE)
                .flatMap(finding -> finding.finding().evidence().stream())
                .map(Evidence::concept)
                .filter(Objects::nonNull)
                .filter(wanted::contains)
                .distinct()
                .forEach(concept -> uses.merge(concept, 1, Integer::sum)));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CONCEPTS)
                .map(entry ->
                        budget.rules().vocabulary().concept(entry.getKey()).orElseThrow())
                .toList();
    }

    /** The phrases that are worth a trial: first those that counted items use too, then those of the name, then the rarer ones. */
    private List<String> promising(int item, Set<String> phrases, Set<Integer> counted, TermTrial trial) {
        Set<String> named = compounds(budget.item(item).programme().name());
        int most = Math.max(FEW, Math.max(counted.size(), budget.size() / ONE_IN));
        return phrases.stream()
                .filter(phrase -> trial.holders(phrase).size() <= most)
                .sorted(Comparator.comparing((String phrase) -> !isShared(phrase, counted, trial))
                        .thenComparing(phrase -> !named.contains(phrase))
                        .thenComparing(phrase -> trial.holders(phrase).size())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(PHRASES)
                .toList();
    }

    private static boolean isShared(String phrase, Set<Integer> counted, TermTrial trial) {
        return trial.holders(phrase).stream().anyMatch(counted::contains);
    }

    private Set<String> phrases(Programme programme) {
        Set<String> phrases = compounds(programme.name());
        phrases.addAll(compounds(programme.purpose()));
        phrases.addAll(compounds(programme.overview()));
        return phrases;
    }

    private Set<String> compounds(String text) {
        Set<String> compounds = new LinkedHashSet<>();
        for (List<Noun> run : nouns.of(text)) {
            for (int from = 0; from < run.size(); from++) {
                if (!run.get(from).suffix()) {
                    addCompounds(run.subList(from, Math.min(run.size(), from + LONGEST_RUN)), compounds);
                }
            }
        }
        return compounds;
    }

    private static void addCompounds(List<Noun> run, Set<String> compounds) {
        List<String> joined = new ArrayList<>();
        for (Noun noun : run) {
            joined.add(joined.isEmpty() ? noun.text() : NounRuns.joined(joined.get(joined.size() - 1), noun.text()));
        }
        joined.stream().filter(compound -> compound.length() >= SHORTEST).forEach(compounds::add);
    }
}
