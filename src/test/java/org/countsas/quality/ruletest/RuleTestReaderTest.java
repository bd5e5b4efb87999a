package org.countsas.quality.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.countsas.adjudication.Outcome;
import org.countsas.item.Programme;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.junit.jupiter.api.Test;

class RuleTestReaderTest {

    @Test
    void a_test_is_an_item_a_definition_a_day_and_what_is_expected() {
        RuleTest test = SmallTests.of("""
                  - name: A ship counts
                    item: {ministry: M, bureau: B, account: A, name: 船, purpose: P, overview: O, majorExpense: E, plans: [p, q], laws: [l], attributes: {k: v}, amount: 1_000}
                    expect: {outcome: counted, area: shipbuilding, block: related, share: 100, counted: 1000, rule: Ships, strength: rule, alsoCountsIn: [ports], fires: [Ships]}
                """).tests().tests().get(0);

        assertThat(test.name()).isEqualTo("A ship counts");
        assertThat(test.definition().id()).isEqualTo("small");
        assertThat(test.asOf()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(test.place()).hasToString("rules/tests/shipbuilding.yaml:4:5");
        assertThat(test.item().amount()).isEqualTo(1_000);
        assertThat(test.item().currency()).isEqualTo("JPY");
        assertThat(test.item().programme())
                .isEqualTo(Programme.builder("test-1")
                        .ministry("M")
                        .bureau("B")
                        .account("A")
                        .name("船")
                        .purpose("P")
                        .overview("O")
                        .majorExpense("E")
                        .plans(List.of("p", "q"))
                        .laws(List.of("l"))
                        .attributes(java.util.Map.of("k", "v"))
                        .build());
        assertThat(test.expected())
                .isEqualTo(new Expectation(
                        Outcome.COUNTED,
                        "shipbuilding",
                        "related",
                        Share.WHOLE,
                        1_000L,
                        "Ships",
                        Strength.RULE,
                        List.of("ports"),
                        List.of("Ships"),
                        List.of(),
                        List.of()));
    }

    @Test
    void a_test_may_have_a_definition_and_a_day_of_its_own() {
        RuleTest test = SmallTests.read("""
                tests:
                  - name: A ship counts
                    definition: small
                    asOf: 2024-01-01
                    item: {name: 船}
                    expect: {outcome: counted}
                """).tests().tests().get(0);

        assertThat(test.asOf()).isEqualTo(LocalDate.of(2024, 1, 1));
    }

    @Test
    void a_variation_changes_fields_of_the_item_and_keeps_the_others() {
        List<RuleTest> tests = SmallTests.of("""
                  - name: A ship counts
                    item: {ministry: M, name: 船}
                    expect: {outcome: counted, rule: Ships}
                    and:
                      - {name: in another ministry, item: {ministry: N}}
                    but:
                      - {name: not a car, item: {name: 車}}
                      - {name: not yet in 2020, asOf: 2020-01-01, expect: {outcome: counted}}
                """).tests().tests();

        assertThat(tests)
                .extracting(RuleTest::name)
                .containsExactly(
                        "A ship counts",
                        "A ship counts, and in another ministry",
                        "A ship counts, but not a car",
                        "A ship counts, but not yet in 2020");
        assertThat(tests).extracting(test -> test.item().programme().ministry()).containsExactly("M", "N", "M", "M");
        assertThat(tests).extracting(test -> test.item().programme().name()).containsExactly("船", "船", "車", "船");
        assertThat(tests.get(1).expected()).isEqualTo(tests.get(0).expected());
        assertThat(tests.get(2).expected()).isEqualTo(Expectation.notFiring("Ships"));
        assertThat(tests.get(3).asOf()).isEqualTo(LocalDate.of(2020, 1, 1));
    }

    @Test
    void every_slip_is_told_with_its_place_and_what_to_write() {
        assertThat(SmallTests.refusals("""
                definition: smal
                asOf: 2025-06-01
                tests:
                  - name: Nothing expected
                    item: {name: 船}
                  - name: Unknown words
                    item: {nam: 船}
                    expect: {outcome: count, area: ship, rule: Ship, strength: weak, share: 101, fires: [Boats]}
                  - name: Both ways
                    definition: small
                    item: {name: 船}
                    expect: {rule: Ships, doesNotFire: [Ships], block: core}
                  - name: Both ways
                    definition: small
                    item: {name: 船}
                    expect: {outcome: counted}
                    but:
                      - {name: nothing to go by}
                  - definition: small
                    expect: {}
                vocabulary:
                  shipp: [船]
                """))
                .containsExactly(
                        "T001 rules/tests/shipbuilding.yaml:1:13: There is no definition 'smal'. Did you mean 'small'?",
                        "T001 rules/tests/shipbuilding.yaml:4:5: The test expects nothing, so it cannot fail. Add 'expect:'.",
                        "V002 rules/tests/shipbuilding.yaml:7:17: Unknown key 'nam'. Did you mean 'name'?",
                        "T002 rules/tests/shipbuilding.yaml:8:90: There is no rule 'Boats'. 'rules list' shows all of them.",
                        "T001 rules/tests/shipbuilding.yaml:8:23: 'count' is not a known outcome. Known: counted, not-counted, review.",
                        "T001 rules/tests/shipbuilding.yaml:8:36: There is no area 'ship'. Did you mean 'shipbuilding'?",
                        "T001 rules/tests/shipbuilding.yaml:8:77: '101' is not a share. Write percentages from 0 to 100, such as 100 or 5/7/21.",
                        "T002 rules/tests/shipbuilding.yaml:8:48: There is no rule 'Ship'. Did you mean 'Ships'?",
                        "T001 rules/tests/shipbuilding.yaml:8:64: 'weak' is not a known strength. Known: presumption, rule, express.",
                        "T001 rules/tests/shipbuilding.yaml:12:13: The rule 'Ships' cannot fire and not fire. Keep one of them.",
                        "T001 rules/tests/shipbuilding.yaml:9:5: There is no block 'core' in 'small'. Known: related.",
                        "T001 rules/tests/shipbuilding.yaml:13:5: The test 'Both ways' is already defined at rules/tests/shipbuilding.yaml:9:5. Give one of them another name.",
                        "T001 rules/tests/shipbuilding.yaml:18:9: The variation expects nothing, so it cannot fail. Add 'expect:', or 'rule:' to the test it varies.",
                        "V002 rules/tests/shipbuilding.yaml:19:5: The key 'name' is missing. Add 'name: …'.",
                        "T001 rules/tests/shipbuilding.yaml:19:5: The test has no item. Add 'item:'.",
                        "T001 rules/tests/shipbuilding.yaml:20:13: The test expects nothing, so it cannot fail. Known: outcome, area, block, share, counted, rule, strength, alsoCountsIn, fires, doesNotFire, defeated.",
                        "R005 rules/tests/shipbuilding.yaml:22:10: There is no concept 'shipp'. Did you mean 'ship'?");
    }

    @Test
    void a_test_must_say_under_which_definition_and_on_which_day() {
        assertThat(SmallTests.refusals("""
                tests:
                  - {name: A ship, item: {name: 船}, expect: {outcome: counted}}
                """))
                .containsExactly(
                        "T001 rules/tests/shipbuilding.yaml:2:5: The test does not say under which definition it holds. Add 'definition: id' to the test or at the head of the file.",
                        "T001 rules/tests/shipbuilding.yaml:2:5: The test does not say on which day it holds. Add 'asOf: yyyy-mm-dd' to the test or at the head of the file.");
    }

    @Test
    void anchors_and_tags_are_refused_as_everywhere() {
        assertThat(SmallTests.refusals("tests: &all [{name: A ship}]\n"))
                .singleElement()
                .asString()
                .startsWith("V001 rules/tests/shipbuilding.yaml:1:8: ");
        assertThat(SmallTests.refusals("tests: !java [{name: A ship}]\n"))
                .singleElement()
                .asString()
                .startsWith("V001 rules/tests/shipbuilding.yaml:1:8: ");
    }

    @Test
    void marks_must_stand_in_pairs() {
        assertThat(SmallTests.refusals("""
                vocabulary:
                  ship:
                    - <船
                    - 船>
                    - <>船
                    - ""
                """))
                .containsExactly(
                        "T001 rules/tests/shipbuilding.yaml:3:7: A mark of '<船' is not closed. Write each mention of 'ship' as <mention>.",
                        "T001 rules/tests/shipbuilding.yaml:4:7: The marks of '船>' are not in pairs. Write each mention of 'ship' as <mention>.",
                        "T001 rules/tests/shipbuilding.yaml:5:7: The marks of '<>船' are not in pairs. Write each mention of 'ship' as <mention>.",
                        "T001 rules/tests/shipbuilding.yaml:6:7: The phrase is empty. Write each mention of 'ship' as <mention>.");
    }

    @Test
    void a_folder_without_tests_is_no_success() {
        assertThat(SmallTests.refusals("tests: []\n"))
                .containsExactly(
                        "T003 rules: There are no rule tests (tests/*.yaml). Write one; the page on rule tests shows how.");
    }
}
