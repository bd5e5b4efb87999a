package org.countsas.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleEngine;
import org.countsas.evaluation.RuleSet;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.quality.coverage.Coverage;
import org.countsas.quality.coverage.CoverageMeter;
import org.countsas.quality.mutation.MutationReport;
import org.countsas.quality.mutation.MutationRun;
import org.countsas.quality.mutation.Mutations;
import org.countsas.quality.ruletest.PhraseResult;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.quality.ruletest.RuleTestRunner;
import org.countsas.quality.ruletest.RuleTests;
import org.countsas.report.quality.CoverageReport;
import org.countsas.report.quality.MutationReportText;
import org.junit.jupiter.api.Test;

/** The rules that are shipped do what their tests say, and their tests say enough. */
class ShippedRuleTestsTest {
    private static final RuleBook BOOK = RuleBookReader.read(RulesFolder.of(Path.of("rules")));
    private static final RuleTests TESTS = RuleTestReader.read(BOOK, Definitions.read(BOOK));
    private static final RuleSet RULES = RuleSet.of(BOOK);

    @Test
    void every_test_passes_by_the_engine_and_by_the_conditions() {
        List<List<Finding>> byEngine = RuleEngine.of(BOOK, CompilationCache.none())
                .evaluate(TESTS.tests().stream()
                        .map(test -> test.item().programme())
                        .toList());
        RuleTestRunner runner = new RuleTestRunner(RULES);

        for (int i = 0; i < byEngine.size(); i++) {
            assertThat(runner.run(TESTS.tests().get(i), byEngine.get(i)).failures())
                    .as(TESTS.tests().get(i).name())
                    .isEmpty();
        }
        assertThat(TESTS.phrases()).map(runner::run).allMatch(PhraseResult::passed);
    }

    @Test
    void every_rule_fires_and_nineteen_of_twenty_conditions_are_covered() {
        Coverage coverage = CoverageMeter.ofTests(RULES, TESTS);

        String text = String.join("\n", CoverageReport.text(coverage, null, Language.EN));
        assertThat(coverage.firedRules().percent()).as(text).isEqualTo(100);
        assertThat(coverage.coveredConditions().percent()).as(text).isGreaterThanOrEqualTo(95);
    }

    @Test
    void four_of_five_mutants_are_noticed() {
        MutationReport report =
                new MutationRun(RULES, TESTS).run(Mutations.of(RULES), 1, Integer.MAX_VALUE, () -> false, done -> {});

        assertThat(report.score().percent())
                .as(String.join("\n", MutationReportText.text(report, 1, Language.EN)))
                .isGreaterThanOrEqualTo(80);
    }
}
