package org.countsas.quality.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleSet;
import org.countsas.evaluation.TreeFindings;
import org.countsas.item.Field;
import org.countsas.policy.Item;
import org.countsas.quality.mutation.MutationReport.Verdict;
import org.countsas.quality.ruletest.Phrase;
import org.countsas.quality.ruletest.PhraseScanner;
import org.countsas.quality.ruletest.RuleTest;
import org.countsas.quality.ruletest.RuleTests;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Mention;
import org.countsas.vocabulary.Scanner;
import org.countsas.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Tries mutants against tests. Nothing is compiled: a changed rule is evaluated on items that were scanned once, and everything but its own
 * finding is kept; a changed concept is searched for by its own automaton, and only items in which its mentions differ are scanned and
 * evaluated again.
 *
 * <p>Immutable and thread-safe.
 */
public final class MutationRun {
    private static final Set<Field> EVERYWHERE = EnumSet.allOf(Field.class);

    private final RuleSet rules;
    private final List<Case> cases;
    private final RuleTests tests;

    /** A test with everything that does not change from mutant to mutant. */
    private record Case(RuleTest test, Item item, Map<String, Finding> findings, Adjudicator adjudicator) {
        boolean passes(List<Finding> changed) {
            return test.expected().isMetBy(adjudicator.decide(test.item(), changed));
        }
    }

    /** @param tests tests that pass with these rules */
    public MutationRun(RuleSet rules, RuleTests tests) {
        this.rules = rules;
        this.tests = tests;
        TreeFindings trees = new TreeFindings(rules);
        this.cases = tests.tests().stream()
                .map(test -> {
                    Item item = trees.item(test.item().programme());
                    Map<String, Finding> findings = new LinkedHashMap<>();
                    trees.of(item)
                            .forEach(finding -> findings.put(finding.rule().name(), finding));
                    return new Case(test, item, findings, new Adjudicator(test.definition(), test.asOf()));
                })
                .toList();
    }

    /**
     * Tries mutants, on all processors, in an order given by the seed, so that a run cut short is a fair sample.
     *
     * @param limit    how many mutants at most
     * @param stop     asked before each mutant whether time is up
     * @param progress told, from several threads, how many more mutants are done
     */
    public MutationReport run(List<Mutant> mutants, long seed, int limit, BooleanSupplier stop, IntConsumer progress) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, mutants.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<Optional<Verdict>> verdicts = new ArrayList<>(Collections.nCopies(mutants.size(), Optional.empty()));
        order.stream().limit(limit).toList().parallelStream().forEach(index -> {
            if (!stop.getAsBoolean()) {
                // Each index is set by only one thread.
                verdicts.set(
                        index,
                        Optional.of(new Verdict(
                                mutants.get(index), killerOf(mutants.get(index)).orElse(null))));
                progress.accept(1);
            }
        });
        return new MutationReport(verdicts.stream().flatMap(Optional::stream).toList(), mutants.size());
    }

    private Optional<String> killerOf(Mutant mutant) {
        return mutant instanceof Mutant.OfRule ofRule ? killerOf(ofRule) : killerOf((Mutant.OfConcept) mutant);
    }

    private Optional<String> killerOf(Mutant.OfRule mutant) {
        String name = mutant.rule().name();
        for (Case each : cases) {
            Finding before = each.findings.get(name);
            Finding after = TreeFindings.of(mutant.rule(), each.item, rules.facilities())
                    .orElse(null);
            if (isNoticeable(before, after) && !each.passes(replaced(each.findings, name, after))) {
                return Optional.of(each.test.name());
            }
        }
        return Optional.empty();
    }

    /** Whether adjudication could tell the findings apart. */
    private static boolean isNoticeable(@Nullable Finding before, @Nullable Finding after) {
        if (before == null || after == null) {
            return (before == null) != (after == null);
        }
        return !before.from().equals(after.from())
                || !Objects.equals(before.rule().until(), after.rule().until())
                || before.rule().effect() != after.rule().effect()
                || before.rule().scope() != after.rule().scope()
                || before.rule().strength() != after.rule().strength()
                || !before.rule().share().equals(after.rule().share());
    }

    private static List<Finding> replaced(Map<String, Finding> findings, String name, @Nullable Finding changed) {
        Map<String, Finding> copy = new LinkedHashMap<>(findings);
        copy.remove(name);
        if (changed != null) {
            copy.put(name, changed);
        }
        return List.copyOf(copy.values());
    }

    private Optional<String> killerOf(Mutant.OfConcept mutant) {
        Concept concept = mutant.concept();
        Vocabulary alone = new Vocabulary(List.of(concept));
        PhraseScanner phrases = new PhraseScanner(alone);
        Optional<Phrase> phrase = tests.phrases().stream()
                .filter(each -> each.concept().equals(concept.id())
                        && !phrases.run(each).passed())
                .findFirst();
        if (phrase.isPresent()) {
            return phrase.map(each -> each.place().toString());
        }
        Scanner scanner = alone.scanner();
        List<Case> changed = cases.stream()
                .filter(each ->
                        !scanner.scan(each.test.item().programme()).all().equals(mentions(concept, each.item)))
                .toList();
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        TreeFindings trees = new TreeFindings(with(concept));
        return changed.stream()
                .filter(each ->
                        !each.passes(trees.of(trees.item(each.test.item().programme()))))
                .map(each -> each.test.name())
                .findFirst();
    }

    private static List<Mention> mentions(Concept concept, Item item) {
        return item.found().of(EVERYWHERE, concept.id());
    }

    private RuleSet with(Concept changed) {
        List<Concept> concepts = rules.vocabulary().concepts().stream()
                .map(concept -> concept.id().equals(changed.id()) ? changed : concept)
                .toList();
        return new RuleSet(rules.rules(), new Vocabulary(concepts), rules.facilities());
    }
}
