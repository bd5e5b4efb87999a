package org.countsas.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countsas.adjudication.Outcome;
import org.countsas.candidate.DecidedBudget.Case;
import org.countsas.item.BudgetItem;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.BilingualText;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Mention;
import org.countsas.vocabulary.Scanner;
import org.countsas.vocabulary.Vocabulary;

/**
 * Tries phrases as terms. All texts are searched for all phrases in one pass; then only items whose texts hold a phrase are decided again, by
 * the rules that speak of its concept. Not thread-safe.
 */
final class TermTrial {
    private static final int CHUNK = 250;

    private final DecidedBudget budget;
    private final Map<String, List<Integer>> holders = new HashMap<>();
    private final Map<String, List<Rule>> rules = new HashMap<>();

    /** @param phrases phrases of two or more characters, each once */
    TermTrial(DecidedBudget budget, Collection<String> phrases) {
        this.budget = budget;
        List<String> each = List.copyOf(phrases);
        Vocabulary vocabulary = new Vocabulary(IntStream.range(0, each.size())
                .mapToObj(i -> concept(String.valueOf(i), each.get(i)))
                .toList());
        List<List<String>> found = IntStream.range(0, (budget.size() + CHUNK - 1) / CHUNK)
                .parallel()
                .mapToObj(chunk -> {
                    Scanner scanner = vocabulary.scanner();
                    return IntStream.range(chunk * CHUNK, Math.min(budget.size(), (chunk + 1) * CHUNK))
                            .mapToObj(i -> scanner.scan(budget.item(i).programme()).all().stream()
                                    .map(Mention::concept)
                                    .distinct()
                                    .toList())
                            .toList();
                })
                .flatMap(List::stream)
                .toList();
        for (int i = 0; i < found.size(); i++) {
            for (String number : found.get(i)) {
                holders.computeIfAbsent(each.get(Integer.parseInt(number)), key -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    private static Concept concept(String id, String term) {
        return new Concept(id, new BilingualText(id, id), List.of(term), List.of(), "", 1);
    }

    /** The items whose texts hold a phrase, in the order of the budget. */
    List<Integer> holders(String phrase) {
        return holders.getOrDefault(phrase, List.of());
    }

    /** What would be decided otherwise if a concept had a phrase as one more term. */
    ProposedTerm of(String policy, Concept concept, String phrase) {
        List<String> terms = new ArrayList<>(concept.terms());
        terms.add(phrase);
        Scanner scanner = new Vocabulary(List.of(new Concept(
                        concept.id(), concept.label(), terms, concept.notWithin(), concept.file(), concept.line())))
                .scanner();
        List<Rule> concerned = rules.computeIfAbsent(concept.id(), budget::rulesAbout);
        List<BudgetItem> counts = new ArrayList<>();
        List<BudgetItem> rejects = new ArrayList<>();
        List<BudgetItem> contests = new ArrayList<>();
        for (int i : holders(phrase)) {
            BudgetItem item = budget.item(i);
            List<Mention> mentions = scanner.scan(item.programme()).all();
            Case after = budget.changed(i, concept.id(), mentions, concerned);
            Outcome outcome = after.decision().outcome();
            if (outcome != budget.decided(i).decision().outcome()) {
                switch (outcome) {
                    case COUNTED -> counts.add(item);
                    case NOT_COUNTED -> rejects.add(item);
                    case REVIEW -> contests.add(item);
                }
            }
        }
        int usedBy = (int) holders(phrase).stream()
                .filter(i -> budget.decided(i).countsIn(policy))
                .count();
        return new ProposedTerm(policy, concept.id(), phrase, usedBy, counts, rejects, contests);
    }
}
