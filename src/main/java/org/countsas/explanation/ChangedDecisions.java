package org.countsas.explanation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;

/**
 * What is decided about an item when some things are changed. The item's texts are actually edited and scanned again, every rule is
 * evaluated on the edited item, and the changed definition decides. Each set of changes is decided once.
 *
 * <p>Not thread-safe.
 */
final class ChangedDecisions {
    private final BudgetItem item;
    private final Definition definition;
    private final LocalDate asOf;
    private final TreeEvaluator evaluator;
    private final Item original;
    private final Adjudicator adjudicator;
    private final ItemEdits edits;
    private final Map<Set<String>, State> decided = new HashMap<>();
    private final Map<Set<String>, Evaluated> evaluated = new HashMap<>();

    /** What is decided when some changes are made, and about which item. */
    record State(Item item, ChangedCase changed, Decision decision) {}

    /** An edited item with the findings of all rules. */
    private record Evaluated(Item item, List<Finding> findings) {}

    ChangedDecisions(RuleBook book, BudgetItem item, Definition definition, LocalDate asOf) {
        this.item = item;
        this.definition = definition;
        this.asOf = asOf;
        this.evaluator = new TreeEvaluator(book);
        this.original = evaluator.item(item.programme());
        this.adjudicator = new Adjudicator(definition, asOf);
        this.edits = new ItemEdits(book.vocabulary());
    }

    /** How many sets of changes were decided. */
    int size() {
        return decided.size();
    }

    /** What identifies a set of changes, in order. */
    static Set<String> keys(Collection<Change> changes) {
        Set<String> keys = new TreeSet<>();
        changes.forEach(change -> keys.add(change.key()));
        return keys;
    }

    /** Changes to the definition alone leave the item as it was: its findings are not computed again. */
    private Evaluated evaluated(Programme programme, Collection<Change> changes) {
        Set<String> ofItem = keys(changes.stream()
                .filter(change -> change instanceof Change.OfItem || change instanceof Change.OfFacility)
                .toList());
        return evaluated.computeIfAbsent(ofItem, key -> {
            Item edited = evaluator.edited(programme, original);
            return new Evaluated(edited, evaluator.findings(edited));
        });
    }

    /** What is decided with these changes. */
    State decide(Collection<Change> changes) {
        return decided.computeIfAbsent(keys(changes), key -> {
            ChangedCase changed = ChangedCase.by(changes, item, definition, edits);
            Evaluated evaluated = evaluated(changed.item().programme(), changes);
            List<Finding> findings = evaluated.findings().stream()
                    .filter(finding ->
                            !changed.without().contains(finding.rule().name()))
                    .toList();
            Adjudicator judge =
                    changed.definition().equals(definition) ? adjudicator : new Adjudicator(changed.definition(), asOf);
            return new State(evaluated.item(), changed, judge.decide(changed.item(), findings));
        });
    }
}
