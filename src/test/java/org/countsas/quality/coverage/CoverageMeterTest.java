package org.countsas.quality.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.countsas.item.Programme;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleFileText;
import org.countsas.quality.coverage.ConditionCoverage.Level;
import org.countsas.quality.ruletest.SmallTests;
import org.countsas.report.quality.CoverageReport;
import org.junit.jupiter.api.Test;

class CoverageMeterTest {

    @Test
    void a_condition_decides_when_the_rule_would_come_out_otherwise_without_it() {
        List<ConditionCoverage> conditions = conditions(both(), "{ministry: 海洋省, name: 船}", "{name: 船}");

        assertThat(conditions.get(0))
                .extracting("seenTrue", "seenFalse", "decidedTrue", "decidedFalse")
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(conditions.get(1))
                .extracting("seenTrue", "seenFalse", "decidedTrue", "decidedFalse")
                .containsExactly(2L, 0L, 1L, 0L);
        assertThat(conditions).extracting(ConditionCoverage::level).containsExactly(Level.FULL, Level.NEVER_FALSE);
    }

    @Test
    void a_condition_that_is_masked_by_another_decides_nothing() {
        List<ConditionCoverage> conditions = conditions(
                RuleFileText.named("Either").ifItem("names(\"ship\") || names(\"seafarer\")"),
                "{name: 船と船員}",
                "{name: 車}",
                "{name: 船}");

        assertThat(conditions.get(0)).extracting("decidedTrue", "decidedFalse").containsExactly(1L, 1L);
        assertThat(conditions.get(1)).extracting("decidedTrue", "decidedFalse").containsExactly(0L, 1L);
        assertThat(conditions).extracting(ConditionCoverage::level).containsExactly(Level.FULL, Level.COVERED);
    }

    @Test
    void a_negated_condition_is_counted_as_it_is_itself() {
        List<ConditionCoverage> conditions =
                conditions(RuleFileText.named("Not").ifItem("!names(\"ship\")"), "{name: 船}");

        assertThat(conditions)
                .singleElement()
                .extracting("seenTrue", "seenFalse", "decidedTrue")
                .containsExactly(1L, 0L, 1L);
        assertThat(conditions.get(0).level()).isEqualTo(Level.NEVER_FALSE);
    }

    @Test
    void a_condition_never_met_is_told_apart_from_one_that_never_decided() {
        List<ConditionCoverage> conditions = conditions(both(), "{name: 車}");

        assertThat(conditions).extracting(ConditionCoverage::level).containsOnly(Level.NEVER_TRUE);
        assertThat(conditions(both(), "{ministry: 海洋省, name: 車}", "{name: 車}")
                        .get(0)
                        .level())
                .isEqualTo(Level.NEVER_DECIDED);
    }

    @Test
    void each_listed_facility_is_asked_by_itself() {
        RuleFileText north = RuleFileText.named("North")
                .when(
                        "    $item : Item( names(\"ship\") )\n    $port : Facility( kind == \"port\", $item.names(concept) )");

        List<ConditionCoverage> conditions = conditions(north, "{name: 北港の船}", "{name: 東空港の船}");

        // North Port and South Port are ports, East Airport is none; each of the three is asked about each of two
        // items.
        assertThat(conditions.get(1))
                .extracting("seenTrue", "seenFalse", "decidedTrue", "decidedFalse")
                .containsExactly(4L, 2L, 1L, 1L);
        assertThat(conditions.get(2))
                .extracting("seenTrue", "seenFalse", "decidedTrue", "decidedFalse")
                .containsExactly(2L, 4L, 1L, 2L);
    }

    @Test
    void where_two_facilities_match_neither_decides() {
        RuleFileText any = RuleFileText.named("Any")
                .when("    $item : Item( names(\"ship\") )\n    exists Facility( $item.names(concept) )");

        assertThat(conditions(any, "{name: 北港と南港の船}").get(1))
                .extracting("decidedTrue")
                .isEqualTo(0L);
    }

    @Test
    void where_no_facility_may_match_the_one_that_does_decides() {
        RuleFileText none = RuleFileText.named("None")
                .when("    $item : Item( names(\"ship\") )\n    not Facility( $item.names(concept) )");

        Coverage coverage = coverage(none, "{name: 北港の船}", "{name: 船}");

        assertThat(coverage.rules().get(0).fired()).isEqualTo(1);
        assertThat(coverage.rules().get(0).conditions().get(1))
                .extracting("decidedTrue", "decidedFalse")
                .containsExactly(1L, 3L);
    }

    @Test
    void terms_are_found_in_items_and_in_phrases() {
        SmallTests small = SmallTests.read("""
                definition: small
                asOf: 2025-06-01
                tests:
                  - {name: A ship, item: {name: 船}, expect: {outcome: counted}}
                vocabulary:
                  seafarer: [<船員>]
                """);
        Coverage coverage = CoverageMeter.ofTests(small.rules(), small.tests());

        assertThat(coverage.terms())
                .filteredOn(term -> term.found() > 0)
                .extracting(TermCoverage::term)
                .containsExactly("船", "船員");
        assertThat(coverage.foundTerms().part()).isEqualTo(2);
        assertThat(coverage.items()).isEqualTo(1);
    }

    @Test
    void programmes_are_counted_alike_on_any_number_of_processors() {
        SmallTests small = SmallTests.of(
                "  - {name: A ship, item: {ministry: 海洋省, name: 船}, expect: {outcome: counted}}\n", both());
        List<Programme> programmes = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            programmes.add(Programme.builder("p" + i)
                    .ministry(i % 2 == 0 ? "海洋省" : "")
                    .name(i % 3 == 0 ? "船" : "")
                    .build());
        }

        Coverage coverage = CoverageMeter.ofProgrammes(small.rules(), programmes, done -> {});

        assertThat(coverage.items()).isEqualTo(1_001);
        assertThat(coverage.rules().get(0).fired()).isEqualTo(167);
        assertThat(coverage.conditions().map(ConditionCoverage::seenTrue)).containsExactly(501L, 334L);
    }

    @Test
    void percentages_are_rounded_down_so_that_100_is_all() {
        assertThat(new Coverage.Ratio(9_999, 10_000).percent()).isEqualTo(99.9);
        assertThat(new Coverage.Ratio(10_000, 10_000).percent()).isEqualTo(100.0);
        assertThat(new Coverage.Ratio(0, 0).percent()).isEqualTo(100.0);
    }

    @Test
    void people_read_what_is_not_covered_with_its_place() {
        assertThat(CoverageReport.text(coverage(both(), "{name: 船}"), null, Language.EN))
                .contains(
                        "By 1 rule tests",
                        "   0.0 %   0 / 1  rules that fired",
                        "   0.0 %   0 / 2  conditions met, not met, and decisive",
                        "  Rules that never fired: 1",
                        "    rules/policies/shipbuilding.drl:5 Both",
                        "  Conditions never met: 1",
                        "    rules/policies/shipbuilding.drl:14:19 runBy(\"sea-ministry\")",
                        "  Conditions always met: 1",
                        "    rules/policies/shipbuilding.drl:14:42 names(\"ship\")");
    }

    private static List<ConditionCoverage> conditions(RuleFileText rule, String... items) {
        return coverage(rule, items).conditions().toList();
    }

    private static Coverage coverage(RuleFileText rule, String... items) {
        StringBuilder tests = new StringBuilder();
        for (int i = 0; i < items.length; i++) {
            tests.append("  - {name: Item ")
                    .append(i)
                    .append(", item: ")
                    .append(items[i])
                    .append(", expect: {outcome: counted}}\n");
        }
        SmallTests small = SmallTests.of(tests.toString(), rule);
        return CoverageMeter.ofTests(small.rules(), small.tests());
    }

    private static RuleFileText both() {
        return RuleFileText.named("Both").ifItem("runBy(\"sea-ministry\"), names(\"ship\")");
    }
}
