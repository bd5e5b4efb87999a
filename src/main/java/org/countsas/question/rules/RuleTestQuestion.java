package org.countsas.question.rules;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleEngine;
import org.countsas.evaluation.RuleSet;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.ProblemException;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.quality.ruletest.RuleTestResult;
import org.countsas.quality.ruletest.RuleTestRun;
import org.countsas.quality.ruletest.RuleTestRunner;
import org.countsas.quality.ruletest.RuleTests;
import org.jspecify.annotations.Nullable;

/**
 * Do rules decide as their tests say? Immutable and thread-safe.
 *
 * @param engine where compiled rules are kept, to compare the engine with the conditions; null to evaluate only the conditions
 */
@API(status = API.Status.EXPERIMENTAL)
public record RuleTestQuestion(@Nullable CompilationCache engine) {

    /**
     * Answers the question: tests that fail are in the answer.
     *
     * @throws ProblemException if the tests cannot be read
     */
    public RuleTestRun answer(RuleBook rules) {
        RuleTests tests = RuleTestReader.read(rules, Definitions.read(rules));
        RuleSet set = RuleSet.of(rules);
        if (engine == null) {
            return RuleTestRun.of(set, tests);
        }
        List<List<Finding>> findings = RuleEngine.of(rules, engine)
                .evaluate(tests.tests().stream()
                        .map(test -> test.item().programme())
                        .toList());
        RuleTestRunner runner = new RuleTestRunner(set);
        List<RuleTestResult> results = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            results.add(runner.run(tests.tests().get(i), findings.get(i)));
        }
        return new RuleTestRun(
                results, tests.phrases().stream().map(runner::run).toList());
    }
}
