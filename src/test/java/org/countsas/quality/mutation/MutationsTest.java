package org.countsas.quality.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countsas.policy.book.RuleFileText;
import org.countsas.quality.ruletest.SmallTests;
import org.junit.jupiter.api.Test;

class MutationsTest {

    @Test
    void conditions_are_left_out_negated_and_asked_otherwise() {
        assertThat(ofConditions(RuleFileText.named("Rule")
                        .ifItem("runBy(\"sea-ministry\"), aims(\"ship\", \"seafarer\"), !names(\"ship\")")))
                .containsExactly(
                        "14:19 drop-condition: runBy(\"sea-ministry\") -> ",
                        "14:19 negate-condition: runBy(\"sea-ministry\") -> !( runBy(\"sea-ministry\") )",
                        "14:42 drop-condition: aims(\"ship\", \"seafarer\") -> ",
                        "14:42 negate-condition: aims(\"ship\", \"seafarer\") -> !( aims(\"ship\", \"seafarer\") )",
                        "14:42 drop-value: aims(\"ship\", \"seafarer\") -> without \"ship\" in aims(\"seafarer\")",
                        "14:42 drop-value: aims(\"ship\", \"seafarer\") -> without \"seafarer\" in aims(\"ship\")",
                        "14:42 change-fields: aims(\"ship\", \"seafarer\") -> names(\"ship\", \"seafarer\")",
                        "14:42 change-fields: aims(\"ship\", \"seafarer\") -> mentions(\"ship\", \"seafarer\")",
                        "14:68 drop-condition: !names(\"ship\") -> ",
                        "14:68 negate-condition: !names(\"ship\") -> names(\"ship\")",
                        "14:69 change-fields: names(\"ship\") -> aims(\"ship\")");
    }

    @Test
    void conditions_within_conditions_are_changed_in_their_place() {
        assertThat(ofConditions(RuleFileText.named("Rule")
                        .ifItem("cites(\"sea-law\") || cites(\"ship\") && ministry == \"M\"")))
                .containsExactly(
                        "14:19 negate-condition: cites(\"sea-law\") || cites(\"ship\") && ministry == \"M\" -> !( cites(\"sea-law\") || cites(\"ship\") && ministry == \"M\" )",
                        "14:19 drop-condition: cites(\"sea-law\") -> ",
                        "14:19 negate-condition: cites(\"sea-law\") -> !( cites(\"sea-law\") )",
                        "14:39 drop-condition: cites(\"ship\") && ministry == \"M\" -> ",
                        "14:39 negate-condition: cites(\"ship\") && ministry == \"M\" -> !( cites(\"ship\") && ministry == \"M\" )",
                        "14:39 drop-condition: cites(\"ship\") -> ",
                        "14:39 negate-condition: cites(\"ship\") -> !( cites(\"ship\") )",
                        "14:56 drop-condition: ministry == \"M\" -> ",
                        "14:56 negate-condition: ministry == \"M\" -> !( ministry == \"M\" )");
    }

    @Test
    void a_threshold_is_shifted_up_and_down_but_never_to_nothing() {
        assertThat(ofConditions(RuleFileText.named("Rule").ifItem("mentionCount(\"ship\") >= 2")))
                .contains(
                        "14:19 shift-threshold: mentionCount(\"ship\") >= 2 -> mentionCount(\"ship\") >= 3",
                        "14:19 shift-threshold: mentionCount(\"ship\") >= 2 -> mentionCount(\"ship\") >= 1");
        assertThat(ofConditions(RuleFileText.named("Rule").ifItem("mentionCount(\"ship\") >= 1")))
                .filteredOn(text -> text.contains("shift"))
                .hasSize(1);
    }

    @Test
    void a_join_is_left_out_and_changed() {
        assertThat(
                        ofConditions(
                                RuleFileText.named("Rule")
                                        .when(
                                                "    $item : Item( cites(\"sea-law\") )\n    $p : Facility( kind in (\"port\", \"airport\"), $item.names(concept) )")))
                .containsExactly(
                        "14:19 negate-condition: cites(\"sea-law\") -> !( cites(\"sea-law\") )",
                        "15:5 drop-condition: $p : Facility( kind in (\"port\", \"airport\"), $item.names(concept) ) -> ",
                        "15:20 drop-condition: kind in (\"port\", \"airport\") -> ",
                        "15:20 negate-condition: kind in (\"port\", \"airport\") -> !( kind in (\"port\", \"airport\") )",
                        "15:20 drop-value: kind in (\"port\", \"airport\") -> without \"port\" in kind in (\"airport\")",
                        "15:20 drop-value: kind in (\"port\", \"airport\") -> without \"airport\" in kind in (\"port\")",
                        "15:49 drop-condition: $item.names(concept) -> ",
                        "15:49 negate-condition: $item.names(concept) -> !( $item.names(concept) )",
                        "15:49 change-fields: $item.names(concept) -> $item.aims(concept)");
    }

    @Test
    void what_follows_from_a_rule_is_changed_as_well() {
        assertThat(ofConclusions(RuleFileText.named("Rule")
                        .with("share", "50")
                        .with("share_cite", "areas")
                        .with("since", "2025-01-01")))
                .containsExactly(
                        "5 change-strength: rule -> presumption",
                        "5 change-strength: rule -> express",
                        "5 change-effect: count -> reject",
                        "5 change-effect: count -> rejectEverywhere",
                        "5 change-effect: count -> review",
                        "5 change-share: 50 % -> 25 %",
                        "5 drop-dates: 2025-01-01.. -> ");
        assertThat(ofConclusions(RuleFileText.named("Rule").rejects().with("strength", "express")))
                .containsExactly(
                        "5 change-strength: express -> rule",
                        "5 change-effect: reject -> count",
                        "5 change-effect: reject -> rejectEverywhere",
                        "5 change-effect: reject -> review");
    }

    @Test
    void concepts_lose_a_term_or_a_phrase() {
        assertThat(mutants(RuleFileText.named("Rule")).stream()
                        .filter(Mutant.OfConcept.class::isInstance)
                        .filter(mutant -> mutant.owner().startsWith("s"))
                        .map(MutationsTest::text))
                .containsExactly(
                        "4 remove-term: 船 -> ",
                        "4 remove-term: ship* -> ",
                        "4 remove-not-within: 風船 -> ",
                        "8 remove-term: 船員 -> ",
                        "8 remove-term: seafarer* -> ",
                        "11 remove-term: 海洋省 -> ",
                        "11 remove-term: Ministry of the Sea -> ");
    }

    private static List<String> ofConditions(RuleFileText rule) {
        return mutants(rule).stream()
                .filter(Mutant.OfRule.class::isInstance)
                .filter(mutant -> mutant.place().column() > 0)
                .map(MutationsTest::text)
                .toList();
    }

    private static List<String> ofConclusions(RuleFileText rule) {
        return mutants(rule).stream()
                .filter(Mutant.OfRule.class::isInstance)
                .filter(mutant -> mutant.place().column() == 0)
                .map(MutationsTest::text)
                .toList();
    }

    private static List<Mutant> mutants(RuleFileText rule) {
        return Mutations.of(SmallTests.of("  - {name: A ship, item: {name: 船}, expect: {outcome: counted}}\n", rule)
                .rules());
    }

    private static String text(Mutant mutant) {
        return mutant.place().toString().replaceFirst("^[^:]*:", "") + " "
                + mutant.kind().id() + ": " + mutant.before() + " -> " + mutant.after();
    }
}
