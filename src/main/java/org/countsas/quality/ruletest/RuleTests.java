package org.countsas.quality.ruletest;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The tests of a folder of rules, by file, then in the file's order.
 *
 * @param tests   items with the decisions expected for them
 * @param phrases phrases with what they mention
 */
@API(status = API.Status.INTERNAL)
public record RuleTests(List<RuleTest> tests, List<Phrase> phrases) {
    public RuleTests {
        tests = List.copyOf(tests);
        phrases = List.copyOf(phrases);
    }
}
