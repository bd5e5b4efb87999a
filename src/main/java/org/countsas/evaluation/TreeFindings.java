package org.countsas.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.item.Programme;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Scanner;

/** The findings of rules by the meaning of their conditions, without the engine. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class TreeFindings {
    /** The order of findings. */
    public static final Comparator<Finding> BY_RULE =
            Comparator.comparing(finding -> finding.rule().name());

    private final RuleSet rules;
    private final Scanner scanner;

    public TreeFindings(RuleSet rules) {
        this.rules = rules;
        this.scanner = rules.vocabulary().scanner();
    }

    /** The programme as rules see it. */
    public Item item(Programme programme) {
        return new Item(programme, scanner.scan(programme));
    }

    /** The findings of all rules, by the rule's name. */
    public List<Finding> of(Item item) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            of(rule, item, rules.facilities()).ifPresent(findings::add);
        }
        findings.sort(BY_RULE);
        return findings;
    }

    /** The finding of a rule, if it holds. */
    public static Optional<Finding> of(Rule rule, Item item, List<Facility> facilities) {
        return rule.holds(item, facilities)
                ? Optional.of(Finding.of(rule, item, rule.facilitiesMet(item, facilities)))
                : Optional.empty();
    }
}
