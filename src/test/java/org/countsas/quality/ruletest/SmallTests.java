package org.countsas.quality.ruletest;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;

/** Small rules with a definition, and tests beside them. */
public record SmallTests(RuleBook book, RuleTests tests) {
    public static final String FILE = "tests/shipbuilding.yaml";

    private static final String DEFINITION = """
            definition: small
            title: {en: Small, ja: 小}
            status: comparison
            source: [areas]
            currency: JPY
            blocks:
              - {id: related, label: {en: Related, ja: 関連}}
            policies:
              - {policy: ports, block: related}
              - {policy: shipbuilding, block: related}
            """;
    private static final String HEAD = "definition: small\nasOf: 2025-06-01\n";

    /** The rules of shipbuilding with these tests, which are as they stand below {@code tests:}. */
    public static SmallTests of(String tests, RuleFileText... rules) {
        return read(HEAD + "tests:\n" + tests, rules);
    }

    /** The rules of shipbuilding with a whole test file. */
    public static SmallTests read(String file, RuleFileText... rules) {
        RuleBook book = book(file, rules);
        return new SmallTests(book, RuleTestReader.read(book, Definitions.read(book)));
    }

    private static RuleBook book(String file, RuleFileText... rules) {
        SmallRules small =
                SmallRules.complete().with("definitions/small.yaml", DEFINITION).with(FILE, file);
        return (rules.length == 0 ? small : small.withRules("shipbuilding", rules)).read();
    }

    /** What is wrong with a whole test file, as a person is told. */
    public static List<String> refusals(String file) {
        RuleBook book = book(file);
        ProblemException refusal = Assertions.catchThrowableOfType(
                ProblemException.class, () -> RuleTestReader.read(book, Definitions.read(book)));
        Assertions.assertThat(refusal)
                .as("the tests were accepted, and must not be")
                .isNotNull();
        return refusal.problems().stream().map(Problem::toString).toList();
    }

    /** The rules that the tests are of. */
    public RuleSet rules() {
        return RuleSet.of(book);
    }

    /** The tests, run without the engine. */
    public RuleTestRun run() {
        return RuleTestRun.of(rules(), tests);
    }
}
