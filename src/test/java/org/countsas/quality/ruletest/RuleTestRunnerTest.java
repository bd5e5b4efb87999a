package org.countsas.quality.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleFileText;
import org.countsas.report.quality.RuleTestReport;
import org.junit.jupiter.api.Test;

/** What a person reads of tests that pass and of tests that fail. */
class RuleTestRunnerTest {

    @Test
    void tests_that_hold_are_counted_and_nothing_more_is_said() {
        assertThat(text("""
                  - name: Ships of the ministry count
                    item: {ministry: 海洋省, name: 船}
                    expect: {outcome: counted, area: shipbuilding, block: related, share: 100, counted: 1000000, rule: Ships, strength: rule, alsoCountsIn: [], fires: [Ships]}
                    but:
                      - {name: not cars, item: {name: 車}}
                """, ships())).containsExactly("2 tests, 0 failed; 0 phrases, 0 failed");
    }

    @Test
    void a_rule_that_should_decide_and_does_not_hold_is_told_condition_by_condition() {
        assertThat(text("""
                  - name: Ships with crews count
                    item: {ministry: 財務省, name: 船, overview: 船員も乗る}
                    expect: {outcome: counted, rule: Ships}
                """, ships()))
                .containsExactly(
                        "FAILED rules/tests/shipbuilding.yaml:4:5: Ships with crews count",
                        "  outcome: expected counted; got not-counted",
                        "  rule: expected Ships; got nothing",
                        "    rules/policies/shipbuilding.drl:14:19: not met: runBy(\"sea-ministry\")",
                        "    rules/policies/shipbuilding.drl:14:57: not met: !mentions(\"seafarer\"), since there is overview '船員'",
                        "1 tests, 1 failed; 0 phrases, 0 failed");
    }

    @Test
    void a_rule_that_should_not_hold_is_told_by_what_met_it() {
        assertThat(text("""
                  - name: Ships do not count
                    item: {ministry: 海洋省, name: 船}
                    expect: {doesNotFire: [Ships]}
                """, ships()))
                .containsSubsequence(
                        "  doesNotFire: expected Ships; got it fires",
                        "    rules/policies/shipbuilding.drl:14:19: met: runBy(\"sea-ministry\"), by ministry '海洋省'",
                        "    rules/policies/shipbuilding.drl:14:42: met: names(\"ship\"), by name '船'",
                        "    rules/policies/shipbuilding.drl:14:57: met: !mentions(\"seafarer\")");
    }

    @Test
    void a_rule_that_holds_and_is_defeated_is_told_with_the_winner() {
        assertThat(text("""
                  - name: Ships of crews count
                    item: {ministry: 海洋省, name: 船, laws: [海洋法]}
                    expect: {rule: Ships}
                """, ships(), crews()))
                .containsSubsequence(
                        "  rule: expected Ships; got Crews",
                        "    rules/policies/shipbuilding.drl:19: it fires, but 'Crews' (rule, shipbuilding) defeats it");
    }

    @Test
    void a_test_may_expect_a_defeat() {
        assertThat(text("""
                  - name: Crews defeat ships
                    item: {ministry: 海洋省, name: 船, laws: [海洋法]}
                    expect: {outcome: not-counted, rule: Crews, fires: [Ships], defeated: [Ships]}
                  - name: Ships are defeated without crews
                    item: {ministry: 海洋省, name: 船}
                    expect: {defeated: [Ships]}
                """, ships(), crews()))
                .containsExactly(
                        "FAILED rules/tests/shipbuilding.yaml:7:5: Ships are defeated without crews",
                        "  defeated: expected Ships; got decisive",
                        "    rules/policies/shipbuilding.drl:5: decided by 'Ships' (rule, shipbuilding)",
                        "2 tests, 1 failed; 0 phrases, 0 failed");
    }

    @Test
    void a_rule_that_is_not_in_force_is_outside() {
        assertThat(text("""
                  - name: Ships count
                    item: {ministry: 海洋省, name: 船}
                    expect: {rule: Ships}
                """, ships().with("since", "2026-01-01")))
                .containsSubsequence(
                        "    rules/policies/shipbuilding.drl:5: it fires, but is outside the definition or not in force (small, 2025-06-01)");
    }

    @Test
    void an_outcome_without_a_rule_is_told_by_the_rules_that_one_condition_kept_from_it() {
        assertThat(text("""
                  - name: Ships count
                    item: {ministry: 財務省, name: 船}
                    expect: {outcome: counted}
                """, ships(), crews()))
                .containsExactly(
                        "FAILED rules/tests/shipbuilding.yaml:4:5: Ships count",
                        "  outcome: expected counted; got not-counted",
                        "    rules/policies/shipbuilding.drl:14:19: not met: runBy(\"sea-ministry\")",
                        "1 tests, 1 failed; 0 phrases, 0 failed");
    }

    @Test
    void of_the_listed_facilities_the_nearest_miss_is_told() {
        assertThat(text("""
                  - name: Ships in the east count
                    item: {name: 東空港の船}
                    expect: {rule: North}
                """, portsOnly()))
                .containsSubsequence(
                        "  rule: expected North; got nothing",
                        "    rules/policies/shipbuilding.drl:15:23: not met: kind == \"port\"");
    }

    @Test
    void a_phrase_that_fails_shows_both_markings() {
        SmallTests small = SmallTests.read("vocabulary:\n  ship: [<風船>と船]\n");

        assertThat(RuleTestReport.text(small.run(), false, Language.EN))
                .containsExactly(
                        "FAILED rules/tests/shipbuilding.yaml:2:10: mentions of ship",
                        "  expected: <風船>と船",
                        "  got:      風船と<船>",
                        "0 tests, 0 failed; 1 phrases, 1 failed");
    }

    @Test
    void people_may_read_it_in_japanese() {
        SmallTests small = SmallTests.of("""
                  - name: 船は算入する
                    item: {name: 車}
                    expect: {rule: Ships}
                """, ships());

        assertThat(RuleTestReport.text(small.run(), true, Language.JA))
                .startsWith(
                        "失敗 rules/tests/shipbuilding.yaml:4:5：船は算入する",
                        "  rule：期待 Ships／実際 nothing",
                        "    rules/policies/shipbuilding.drl:14:19：不成立：runBy(\"sea-ministry\")");
    }

    @Test
    void that_engine_and_conditions_differ_is_a_failure_whatever_is_expected() {
        SmallTests small = SmallTests.of("""
                  - name: A ship
                    item: {ministry: 海洋省, name: 船}
                    expect: {outcome: not-counted}
                """, ships());

        RuleTestResult result =
                new RuleTestRunner(small.rules()).run(small.tests().tests().get(0), List.of());

        assertThat(result.failures())
                .extracting(failure -> failure.unmet().part())
                .containsExactly("engine");
        assertThat(RuleTestReport.text(new RuleTestRun(List.of(result), List.of()), true, Language.EN))
                .contains("  the engine and the condition trees differ: by trees Ships; by the engine ");
    }

    private static List<String> text(String tests, RuleFileText... rules) {
        return RuleTestReport.text(SmallTests.of(tests, rules).run(), false, Language.EN);
    }

    private static RuleFileText ships() {
        return RuleFileText.named("Ships").ifItem("runBy(\"sea-ministry\"), names(\"ship\"), !mentions(\"seafarer\")");
    }

    private static RuleFileText crews() {
        return RuleFileText.named("Crews")
                .ifItem("names(\"seafarer\") || cites(\"sea-law\")")
                .rejects();
    }

    private static RuleFileText portsOnly() {
        return RuleFileText.named("North")
                .when(
                        "    $item : Item( names(\"ship\") )\n    $port : Facility( kind == \"port\", $item.mentions(concept) )");
    }
}
