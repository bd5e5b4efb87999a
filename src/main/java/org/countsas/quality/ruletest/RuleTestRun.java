package org.countsas.quality.ruletest;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.evaluation.RuleSet;

/**
 * The results of all tests.
 *
 * @param tests   the tests, in their order
 * @param phrases the phrases, in their order
 */
@API(status = API.Status.EXPERIMENTAL)
public record RuleTestRun(List<RuleTestResult> tests, List<PhraseResult> phrases) {
    public RuleTestRun {
        tests = List.copyOf(tests);
        phrases = List.copyOf(phrases);
    }

    /** Runs tests by the meaning of the conditions alone, without the engine. */
    @API(status = API.Status.INTERNAL)
    public static RuleTestRun of(RuleSet rules, RuleTests tests) {
        RuleTestRunner runner = new RuleTestRunner(rules);
        return new RuleTestRun(
                tests.tests().stream().map(runner::run).toList(),
                tests.phrases().stream().map(runner::run).toList());
    }

    /** How many tests failed. */
    public long failedTests() {
        return tests.stream().filter(result -> !result.passed()).count();
    }

    /** How many phrases mention something other than what is marked. */
    public long failedPhrases() {
        return phrases.stream().filter(result -> !result.passed()).count();
    }

    /** Whether every test and phrase is as expected. */
    public boolean passed() {
        return failedTests() + failedPhrases() == 0;
    }
}
