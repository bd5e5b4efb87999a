package org.countsas.quality.ruletest;

import java.util.List;

/**
 * The tests of a folder of rules, by file and then in the order of the file.
 *
 * @param tests   items with what must be decided about them
 * @param phrases phrases with what they mention
 */
public record RuleTests(List<RuleTest> tests, List<Phrase> phrases) {
    public RuleTests {
        tests = List.copyOf(tests);
        phrases = List.copyOf(phrases);
    }
}
