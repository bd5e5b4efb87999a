package org.countsas.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Programme;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Scanner;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/**
 * Finds which rules hold for programmes. This is all that Drools does here. The engine matches conditions; conclusions are read from the
 * checked rules and never executed, so that no rule file can run code; and adjudication is left to plain Java, which is a hundred times
 * cheaper.
 *
 * <p>Each call opens a session with the call's programmes; calls of some hundred programmes are cheapest. The findings do not depend on
 * which programmes are evaluated together, because no rule joins two items.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class RuleEngine implements Evaluator {
    private static final Comparator<Finding> BY_RULE =
            Comparator.comparing(finding -> finding.rule().name());

    private final RuleBook book;
    private final KieBase rules;

    private RuleEngine(RuleBook book, KieBase rules) {
        this.book = book;
        this.rules = rules;
    }

    /**
     * An engine for a rule book.
     *
     * @param cache where compiled rules are kept
     */
    public static RuleEngine of(RuleBook book, CompilationCache cache) {
        return new RuleEngine(
                book, KieBaseBuilder.createKieBaseFromModel(cache.compiled(book).load()));
    }

    /** The rules that this engine evaluates. */
    RuleBook book() {
        return book;
    }

    @Override
    public List<List<Finding>> evaluate(List<Programme> programmes) {
        Scanner scanner = book.vocabulary().scanner();
        IdentityHashMap<Item, Matches> matches = new IdentityHashMap<>();
        List<Item> items = new ArrayList<>();
        KieSession session = rules.newKieSession();
        try {
            book.facilities().forEach(session::insert);
            for (Programme programme : programmes) {
                Item item = new Item(programme, scanner.scan(programme));
                items.add(item);
                matches.put(item, new Matches());
                session.insert(item);
            }
            session.fireAllRules(match -> {
                note(match, matches);
                return false;
            });
        } finally {
            session.dispose();
        }
        return items.stream()
                .map(item -> findings(item, requireNonNull(matches.get(item))))
                .toList();
    }

    private void note(Match match, IdentityHashMap<Item, Matches> matches) {
        Item item = null;
        Facility facility = null;
        for (Object fact : match.getObjects()) {
            if (fact instanceof Item matched) {
                item = matched;
            } else if (fact instanceof Facility matched) {
                facility = matched;
            }
        }
        Rule rule = book.rule(match.getRule().getName()).orElseThrow();
        List<Facility> facilities =
                requireNonNull(matches.get(item)).byRule.computeIfAbsent(rule, key -> new ArrayList<>(0));
        if (facility != null) {
            facilities.add(facility);
        }
    }

    /** The rules that matched one item, with the facilities that each matched. */
    private static final class Matches {
        private final IdentityHashMap<Rule, List<Facility>> byRule = new IdentityHashMap<>();
    }

    private List<Finding> findings(Item item, Matches matches) {
        List<Finding> findings = new ArrayList<>();
        matches.byRule.forEach((rule, facilities) -> findings.add(Finding.of(rule, item, met(rule, item, facilities))));
        findings.sort(BY_RULE);
        return List.copyOf(findings);
    }

    /**
     * The facilities that a match is evidence for: for a plain join the engine names them, for 'exists' it only says that there are some.
     */
    private List<Facility> met(Rule rule, Item item, List<Facility> named) {
        boolean exists = rule.facilities()
                .filter(join -> join.quantifier() == Rule.Quantifier.EXISTS)
                .isPresent();
        return exists ? rule.facilitiesMet(item, book.facilities()) : named;
    }
}
