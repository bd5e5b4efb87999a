package org.countsas.quality.ruletest;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.quality.ruletest.Expectation.Unmet;

/**
 * The result of a test.
 *
 * @param test     the test
 * @param decision what is decided about its item
 * @param failures what is not as expected; none if the test passed
 */
@API(status = API.Status.EXPERIMENTAL)
public record RuleTestResult(RuleTest test, Decision decision, List<Failure> failures) {
    public RuleTestResult {
        failures = List.copyOf(failures);
    }

    /**
     * Something that is not as expected, and why.
     *
     * @param unmet       what is not as expected
     * @param differences what made the difference
     */
    public record Failure(Unmet unmet, List<Difference> differences) {
        public Failure {
            differences = List.copyOf(differences);
        }
    }

    /** Whether everything is as expected. */
    public boolean passed() {
        return failures.isEmpty();
    }
}
