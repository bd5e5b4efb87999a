package org.countsas.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countsas.evaluation.Finding;
import org.countsas.item.Programme;
import org.countsas.policy.Item;
import org.countsas.policy.Rule;
import org.countsas.policy.RuleBook;
import org.countsas.vocabulary.Scanner;

/** Evaluates programmes one at a time by the conditions' own meaning, without a session of the engine. Not thread-safe. */
final class TreeEvaluator {
    private final RuleBook book;
    private final Scanner scanner;

    TreeEvaluator(RuleBook book) {
        this.book = book;
        this.scanner = book.vocabulary().scanner();
    }

    Item item(Programme programme) {
        return new Item(programme, scanner.scan(programme));
    }

    /** The findings of all rules but those left out. */
    List<Finding> findings(Item item, Set<String> without) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : book.rules()) {
            if (rule.holds(item, book.facilities()) && !without.contains(rule.name())) {
                findings.add(Finding.of(rule, item, rule.facilitiesMet(item, book.facilities())));
            }
        }
        return findings;
    }
}
