package org.countsas.quality.ruletest;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The tests of a folder of rules, by file and then in the order of the file.
 *
 * @param tests   items with what must be decided about them
 * @param phrases phrases with what they mention
 */
@API(status = API.Status.INTERNAL)
public record RuleTests(List<RuleTest> tests, List<Phrase> phrases) {
    public RuleTests {
        tests = List.copyOf(tests);
        phrases = List.copyOf(phrases);
    }
}
