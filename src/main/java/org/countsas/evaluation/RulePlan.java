package org.countsas.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.item.Programme;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Scanner;
import org.countsas.vocabulary.Vocabulary;

/**
 * Finds which rules hold for programmes by a plan made from the checked rules, for whole budgets: concepts are numbers, and a rule is looked
 * at only if the programme has something without which it cannot hold.
 *
 * <p>Most rules ask for a concept that few programmes mention, or for a ministry that few belong to. So a programme's concepts and values
 * select the few rules that may hold; only their conditions are then tested. This is what the engine's network does with equal values, and
 * it is all that these rules need, because no rule joins two items.
 *
 * <p>The meaning of a rule is that of {@link RuleEngine}; tests hold the two together on every rule and every item at hand and on conditions
 * made at random, and {@code verify --replay} decides by the engine alone.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class RulePlan implements Evaluator {
    private final Vocabulary vocabulary;
    private final List<Facility> facilities;
    /** Sorted by name, so that findings are. */
    private final List<PlannedRule> rules;
    /** The rules that may hold for any programme. */
    private final BitSet always = new BitSet();
    /** The rules that may hold for a programme that mentions a concept, by its number. */
    private final BitSet[] byConcept;
    /** The rules that may hold for a programme of which something has one of these values. */
    private final Map<Trigger.Part, Map<String, BitSet>> byValue = new HashMap<>();

    private RulePlan(RuleBook book) {
        this.vocabulary = book.vocabulary();
        this.facilities = book.facilities();
        ConditionPlanner planner = new ConditionPlanner(vocabulary);
        this.rules = book.rules().stream()
                .sorted(Comparator.comparing(Rule::name))
                .map(rule -> PlannedRule.of(rule, planner, facilities))
                .toList();
        this.byConcept = new BitSet[vocabulary.concepts().size()];
        for (int concept = 0; concept < byConcept.length; concept++) {
            byConcept[concept] = new BitSet();
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            dispatch(rule, rules.get(rule).test());
        }
    }

    /** A plan for a rule book. */
    public static RulePlan of(RuleBook book) {
        return new RulePlan(book);
    }

    private void dispatch(int rule, PlannedTest test) {
        if (test.triggers() == null) {
            always.set(rule);
            return;
        }
        for (Trigger trigger : test.triggers()) {
            if (trigger instanceof Trigger.Concept concept) {
                byConcept[concept.number()].set(rule);
            } else if (trigger instanceof Trigger.Value value) {
                byValue.computeIfAbsent(value.part(), part -> new HashMap<>())
                        .computeIfAbsent(value.value(), text -> new BitSet())
                        .set(rule);
            }
        }
    }

    @Override
    public List<List<Finding>> evaluate(List<Programme> programmes) {
        Scanner scanner = vocabulary.scanner();
        BitSet candidates = new BitSet(rules.size());
        List<List<Finding>> findings = new ArrayList<>(programmes.size());
        for (Programme programme : programmes) {
            Item item = new Item(programme, scanner.scan(programme));
            candidates.clear();
            candidates.or(always);
            item.found().concepts().forEach(concept -> candidates.or(byConcept[concept]));
            byValue.forEach((part, rulesOf) -> {
                BitSet of = rulesOf.get(part.of(programme));
                if (of != null) {
                    candidates.or(of);
                }
            });
            findings.add(findings(item, candidates));
        }
        return findings;
    }

    private List<Finding> findings(Item item, BitSet candidates) {
        List<Finding> found = new ArrayList<>();
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            PlannedRule planned = rules.get(i);
            if (planned.test().holds(item)) {
                Rule rule = planned.rule();
                found.add(Finding.of(rule, item, rule.facilitiesMet(item, facilities)));
            }
        }
        return List.copyOf(found);
    }
}
