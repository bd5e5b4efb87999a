package org.countsas.workbench.rules;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.change.Comparer;
import org.countsas.comparison.change.ItemChange;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.Findings;
import org.countsas.evaluation.RuleSet;
import org.countsas.evaluation.TreeFindings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.quality.check.RulesCheck;
import org.countsas.quality.ruletest.RuleTestRun;
import org.countsas.question.DefinitionFinder;
import org.countsas.question.rules.RuleTestQuestion;
import org.countsas.workbench.budget.View;

/**
 * Rules with one file changed, in memory alone: checked like all rules, so that a draft can no more run code than a file can, and evaluated
 * by the meaning of their conditions, so that nothing is compiled. Immutable and thread-safe.
 *
 * @param folder the rules with the change
 */
public record Draft(RulesFolder folder) {
    private static final int BATCH = 250;

    /** Everything that is wrong with the rules as they would be. */
    public RulesCheck check(LocalDate asOf) {
        return RulesCheck.of(folder, asOf);
    }

    /**
     * What would change.
     *
     * @param before  how many items and yen count now
     * @param after   the decisions on the same items as they would be
     * @param changes the items that would be decided otherwise, those first that change the total most
     * @param tests   how the tests of rules come out
     */
    public record Effect(View before, List<Decision> after, List<ItemChange> changes, RuleTestRun tests) {}

    /**
     * What would change in a view.
     *
     * @throws org.countsas.problem.ProblemException if something is wrong with the draft
     */
    public Effect effect(View before, LocalDate asOf) {
        RuleBook book = RuleBookReader.read(folder);
        Definition definition = new DefinitionFinder(Definitions.read(book), book, asOf)
                .apply(before.reformed().reform())
                .definition();
        List<BudgetItem> items = before.decisions().stream().map(Decision::item).toList();
        List<Decision> after = new Adjudicator(definition, asOf).decide(items, findings(items, RuleSet.of(book)));
        return new Effect(
                before, after, Comparer.changes(before.decisions(), after), new RuleTestQuestion(null).answer(book));
    }

    private static Findings findings(List<BudgetItem> items, RuleSet rules) {
        List<List<BudgetItem>> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += BATCH) {
            batches.add(items.subList(from, Math.min(from + BATCH, items.size())));
        }
        List<List<List<Finding>>> found = batches.parallelStream()
                .map(batch -> {
                    TreeFindings trees = new TreeFindings(rules);
                    return batch.stream()
                            .map(item -> trees.of(trees.item(item.programme())))
                            .toList();
                })
                .toList();
        IdentityHashMap<Programme, List<Finding>> byProgramme = new IdentityHashMap<>();
        IntStream.range(0, batches.size())
                .forEach(batch -> IntStream.range(0, batches.get(batch).size())
                        .forEach(i -> byProgramme.put(
                                batches.get(batch).get(i).programme(),
                                found.get(batch).get(i))));
        return new Findings(byProgramme);
    }

    /** The text of a file of the draft. */
    public String text(String path) {
        return new String(folder.bytes(path), StandardCharsets.UTF_8);
    }
}
