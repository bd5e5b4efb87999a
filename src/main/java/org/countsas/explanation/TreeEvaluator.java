package org.countsas.explanation;

import java.util.ArrayList;
import java.util.List;
import org.countsas.evaluation.Finding;
import org.countsas.item.Programme;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Scanner;

/** Evaluates programmes one at a time from the conditions' own meaning, without a session of the engine. Not thread-safe. */
final class TreeEvaluator {
    private final List<Rule> rules;
    private final List<Facility> facilities;
    private final Scanner scanner;

    TreeEvaluator(RuleBook book) {
        this.rules = book.rules();
        this.facilities = book.facilities();
        this.scanner = book.vocabulary().scanner();
    }

    Item item(Programme programme) {
        return new Item(programme, scanner.scan(programme));
    }

    /** An item with some texts edited. */
    Item edited(Programme programme, Item before) {
        return new Item(programme, scanner.rescan(programme, before.programme(), before.found()));
    }

    /** The findings of all rules. */
    List<Finding> findings(Item item) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.holds(item, facilities)) {
                findings.add(Finding.of(rule, item, rule.facilitiesMet(item, facilities)));
            }
        }
        return findings;
    }
}
