package org.countsas.quality.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleFileText;
import org.countsas.quality.mutation.MutationReport.Verdict;
import org.countsas.quality.ruletest.SmallTests;
import org.countsas.report.quality.MutationReportText;
import org.junit.jupiter.api.Test;

class MutationRunTest {
    private static final String WEAK =
            "  - {name: Ships of the ministry count, item: {ministry: 海洋省, name: 船}, expect: {outcome: counted}}\n";
    private static final String STRONG = """
              - name: Ships of the ministry count
                item: {ministry: 海洋省, name: 船}
                expect: {outcome: counted, share: 100, rule: Ships, strength: rule}
                but:
                  - {name: not of another, item: {ministry: 財務省}}
                  - {name: not its cars, item: {name: 車, purpose: 船に積む}}
            """;

    @Test
    void a_mutant_that_no_test_notices_survives_with_its_place() {
        SmallTests small = SmallTests.of(WEAK, rule());

        assertThat(MutationReportText.text(run(small), 1, Language.EN))
                .containsSubsequence(
                        "Ships",
                        "  rules/policies/shipbuilding.drl:14:19: drop-condition: runBy(\"sea-ministry\") → (left out)",
                        "  rules/policies/shipbuilding.drl:14:42: change-fields: names(\"ship\") → aims(\"ship\")",
                        "  rules/policies/shipbuilding.drl:5: change-strength: rule → presumption");
    }

    @Test
    void near_misses_and_strict_expectations_kill_every_mutant_of_a_rule() {
        MutationReport report = run(SmallTests.of(STRONG, rule()));

        assertThat(report.survivors())
                .filteredOn(Mutant.OfRule.class::isInstance)
                .isEmpty();
        assertThat(report.verdicts())
                .filteredOn(verdict -> verdict.mutant().kind() == MutationKind.CHANGE_FIELDS)
                .singleElement()
                .extracting(verdict -> verdict.killedBy().orElseThrow())
                .isEqualTo("Ships of the ministry count, but not its cars");
    }

    @Test
    void mutants_of_the_vocabulary_are_killed_by_phrases_and_by_items() {
        SmallTests small = SmallTests.read("""
                definition: small
                asOf: 2025-06-01
                tests:
                  - {name: Ships count, item: {ministry: 海洋省, name: 船}, expect: {outcome: counted}}
                vocabulary:
                  ship:
                    - <ships>と風船
                """, rule());

        assertThat(run(small).verdicts())
                .filteredOn(verdict -> verdict.mutant().owner().equals("ship"))
                .extracting(verdict ->
                        verdict.mutant().before() + ": " + verdict.killedBy().orElse("survives"))
                .containsExactly(
                        "船: Ships count",
                        "ship*: rules/tests/shipbuilding.yaml:7:7",
                        "風船: rules/tests/shipbuilding.yaml:7:7");
    }

    @Test
    void a_rule_is_noticed_where_it_is_in_force_too_early() {
        SmallTests small = SmallTests.of("""
                  - {name: Ships count from July, item: {ministry: 海洋省, name: 船}, expect: {outcome: not-counted}}
                """, rule().with("since", "2025-07-01"));

        assertThat(run(small).score(MutationKind.DROP_DATES).part()).isEqualTo(1);
    }

    @Test
    void a_limited_run_is_a_sample_that_the_seed_repeats() {
        SmallTests small = SmallTests.of(STRONG, rule());
        List<Mutant> mutants = Mutations.of(small.rules());
        MutationRun run = new MutationRun(small.rules(), small.tests());

        MutationReport first = run.run(mutants, 7, 5, () -> false, done -> {});

        assertThat(first.verdicts()).hasSize(5);
        assertThat(first.all()).isEqualTo(mutants.size());
        assertThat(run.run(mutants, 7, 5, () -> false, done -> {})).isEqualTo(first);
        assertThat(run.run(mutants, 8, 5, () -> false, done -> {})).isNotEqualTo(first);
        assertThat(MutationReportText.text(first, 7, Language.EN))
                .last()
                .asString()
                .isEqualTo("Time or number was limited: " + (mutants.size() - 5)
                        + " mutants were not tried; --seed 7 repeats this choice");
    }

    @Test
    void a_run_ends_when_time_is_up_and_says_what_it_did() {
        SmallTests small = SmallTests.of(STRONG, rule());
        List<Mutant> mutants = Mutations.of(small.rules());
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();

        MutationReport report = new MutationRun(small.rules(), small.tests())
                .run(mutants, 1, Integer.MAX_VALUE, () -> asked.incrementAndGet() > 3, done::addAndGet);

        assertThat(report.verdicts()).hasSize(3);
        assertThat(done).hasValue(3);
    }

    @Test
    void a_program_reads_which_test_guards_against_which_mutant() {
        String json =
                MutationReportText.json(run(SmallTests.of(WEAK, rule())), 1).replaceAll("\\s+", " ");

        assertThat(json)
                .contains(
                        "{ \"rule\" : \"Ships\", \"kind\" : \"negate-condition\", \"file\" : \"rules/policies/shipbuilding.drl\", \"line\" : 14, \"column\" : 19, "
                                + "\"before\" : \"runBy(\\\"sea-ministry\\\")\", \"after\" : \"!( runBy(\\\"sea-ministry\\\") )\", \"killedBy\" : \"Ships of the ministry count\" }");
        assertThat(json)
                .contains("\"before\" : \"runBy(\\\"sea-ministry\\\")\", \"after\" : \"\", \"killedBy\" : null }");
    }

    private static MutationReport run(SmallTests small) {
        assertThat(small.run().passed()).isTrue();
        MutationReport report = new MutationRun(small.rules(), small.tests())
                .run(Mutations.of(small.rules()), 1, Integer.MAX_VALUE, () -> false, done -> {});
        assertThat(report.verdicts()).extracting(Verdict::mutant).hasSize(report.all());
        return report;
    }

    private static RuleFileText rule() {
        return RuleFileText.named("Ships").ifItem("runBy(\"sea-ministry\"), names(\"ship\")");
    }
}
