package org.countsas.quality.ruletest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleSet;
import org.countsas.evaluation.TreeFindings;
import org.countsas.policy.Item;
import org.countsas.quality.ruletest.Expectation.Unmet;
import org.countsas.quality.ruletest.RuleTestResult.Failure;

/** Runs tests against rules, by the meaning of the conditions; and holds what the engine found against it. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class RuleTestRunner {
    private final RuleSet rules;
    private final TreeFindings trees;
    private final PhraseScanner phrases;

    public RuleTestRunner(RuleSet rules) {
        this.rules = rules;
        this.trees = new TreeFindings(rules);
        this.phrases = new PhraseScanner(rules.vocabulary());
    }

    /** What comes of a test. */
    RuleTestResult run(RuleTest test) {
        Item item = trees.item(test.item().programme());
        return result(test, item, trees.of(item), List.of());
    }

    /**
     * The result of a test, given what the engine found for its item; if the two differ, that is a failure, whatever the test expects.
     *
     * @param byEngine the engine's findings, by the rule's name
     */
    public RuleTestResult run(RuleTest test, List<Finding> byEngine) {
        Item item = trees.item(test.item().programme());
        List<Finding> findings = trees.of(item);
        List<Failure> failures = new ArrayList<>();
        if (!findings.equals(byEngine)) {
            failures.add(new Failure(new Unmet("engine", names(findings), names(byEngine)), List.of()));
        }
        return result(test, item, byEngine, failures);
    }

    /** The result of a phrase. */
    public PhraseResult run(Phrase phrase) {
        return phrases.run(phrase);
    }

    private RuleTestResult result(RuleTest test, Item item, List<Finding> findings, List<Failure> before) {
        Decision decision = new Adjudicator(test.definition(), test.asOf()).decide(test.item(), findings);
        DifferenceFinder differences = new DifferenceFinder(rules, test, decision, item);
        List<Failure> failures = new ArrayList<>(before);
        test.expected().unmetBy(decision).forEach(unmet -> failures.add(new Failure(unmet, differences.of(unmet))));
        return new RuleTestResult(test, decision, failures);
    }

    private static String names(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule().name()).collect(Collectors.joining("; "));
    }
}
