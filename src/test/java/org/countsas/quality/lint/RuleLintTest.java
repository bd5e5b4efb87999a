package org.countsas.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.countsas.policy.book.RuleFileText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that cannot matter, and rules that nearly cannot; and what shows it, run as a test. */
class RuleLintTest {
    private static final String PLACE = "rules/policies/shipbuilding.drl:5: ";

    private SmallLint lint = SmallLint.of(RuleFileText.named("Ships"));

    /** Whatever was found, the saved tests pass: with a second rule test nothing would be shown. */
    @AfterEach
    void what_shows_the_findings_passes_as_rule_tests() {
        if (!lint.report().passed()) {
            assertThat(lint.runOfSavedTests().passed()).isTrue();
            assertThat(lint.runOfSavedTests().tests())
                    .hasSameSizeAs(lint.report().findings());
        }
    }

    @Test
    void conditions_that_contradict_one_another_never_hold() {
        only("names(\"ship\"), runBy(\"sea-ministry\"), !aims(\"ship\", \"seafarer\")");

        assertThat(lint.lines())
                .containsExactly(
                        PLACE + "'Ships' can never hold: no item meets names(\"ship\"), !aims(\"ship\", \"seafarer\")",
                        "    nearest: {ministry: \"海洋省\", name: \"船\"} (one, 2025-06-01)");
    }

    @Test
    void conditions_that_nearly_contradict_one_another_may_hold() {
        only("mentions(\"ship\"), !aims(\"ship\", \"seafarer\")");
        assertThat(lint.lines()).isEmpty();

        only("names(\"ship\"), !names(\"seafarer\")");
        assertThat(lint.lines()).isEmpty();
    }

    @Test
    void a_term_within_a_term_makes_one_concept_imply_another() {
        only("names(\"seafarer\"), !names(\"ship\")");
        assertThat(lint.lines()).as("English 'seafarer' holds no ship").isEmpty();

        String words = lint.rules().text("vocabulary/words.yaml").replace(", en: [seafarer*]", "");
        lint = lint.with("vocabulary/words.yaml", words);
        assertThat(lint.lines()).as("in 風船員 a phrase masks the ship").isEmpty();

        lint = lint.with("vocabulary/words.yaml", words.replace("    notWithin: [風船]\n", ""));
        assertThat(lint.lines())
                .containsExactly(
                        PLACE + "'Ships' can never hold: no item meets names(\"seafarer\"), !names(\"ship\")",
                        "    nearest: {name: \"船員\"} (one, 2025-06-01)");
    }

    @Test
    void a_property_has_one_value() {
        only("ministry == \"甲\", ministry in (\"乙\", \"丙\"), names(\"ship\")");
        assertThat(lint.lines().get(0))
                .isEqualTo(
                        PLACE + "'Ships' can never hold: no item meets ministry == \"甲\", ministry in (\"乙\", \"丙\")");

        only("ministry in (\"甲\", \"乙\"), ministry in (\"乙\", \"丙\")");
        assertThat(lint.lines()).isEmpty();

        only("attribute(\"a\") == \"1\", attribute(\"b\") == \"2\", attribute(\"a\") != \"1\"");
        assertThat(lint.lines().get(0))
                .isEqualTo(PLACE
                        + "'Ships' can never hold: no item meets attribute(\"a\") == \"1\", attribute(\"a\") != \"1\"");
    }

    @Test
    void a_value_decides_what_its_field_mentions() {
        only("ministry == \"内閣府\", runBy(\"sea-ministry\"), bureau == \"\"");
        assertThat(lint.lines().get(0)).contains("can never hold");

        only("ministry == \"海洋省\", runBy(\"sea-ministry\"), bureau == \"\"");
        assertThat(lint.lines()).isEmpty();

        only("ministry == \"内閣府\", runBy(\"sea-ministry\")");
        assertThat(lint.lines()).isEmpty();
    }

    @Test
    void mentions_are_counted() {
        only("mentionCount(\"ship\") >= 3, !(mentionCount(\"ship\", \"seafarer\") >= 3)");
        assertThat(lint.lines().get(0)).contains("can never hold");

        only("names(\"ship\"), aims(\"seafarer\"), !(mentionCount(\"ship\", \"seafarer\") >= 2)");
        assertThat(lint.lines().get(0)).contains("can never hold");

        only("mentionCount(\"ship\", \"seafarer\") >= 3, !(mentionCount(\"ship\") >= 3), names(\"ship\")");
        assertThat(lint.lines()).isEmpty();

        only("mentionCount(\"ship\") >= 1, !mentions(\"ship\")");
        assertThat(lint.lines().get(0)).contains("can never hold");
    }

    @Test
    void the_listed_facilities_are_all_there_are() {
        lint = SmallLint.of(
                RuleFileText.named("Ships")
                        .when(
                                "    $item : Item( names(\"ship\") )\n    $port : Facility( kind not in (\"airport\", \"port\"), $item.names(concept) )"));
        assertThat(lint.lines().get(0))
                .contains(
                        "can never hold: no item meets $port : Facility( kind not in (\"airport\", \"port\"), $item.names(concept) )");

        lint = SmallLint.of(
                RuleFileText.named("Ships")
                        .when(
                                "    $item : Item( !mentions(\"port-north\") )\n    $port : Facility( kind == \"port\", $item.names(concept) )"));
        assertThat(lint.lines()).isEmpty();

        lint = SmallLint.of(
                RuleFileText.named("Ships")
                        .when(
                                "    $item : Item( !mentions(\"port-north\", \"port-south\") )\n    $port : Facility( kind == \"port\", $item.names(concept) )"));
        assertThat(lint.lines().get(0)).contains("can never hold");

        lint = SmallLint.of(RuleFileText.named("Ships")
                .when("    $item : Item( names(\"port-north\") )\n    not Facility( $item.names(concept) )"));
        assertThat(lint.lines().get(0)).contains("can never hold");
    }

    @Test
    void a_narrower_rule_is_needless_beside_a_broader_one() {
        both(ships("names(\"ship\"), runBy(\"sea-ministry\")"), wide("aims(\"ship\", \"seafarer\")"));

        assertThat(lint.lines())
                .containsExactly(
                        PLACE + "'Ships' is needless: wherever it holds, 'Wide' holds and says as much",
                        "    both hold of: {ministry: \"海洋省\", name: \"船\"} (one, 2025-06-01)");
    }

    @Test
    void a_narrower_rule_is_needed_where_it_is_stronger_or_counts_more_or_says_otherwise() {
        both(ships("names(\"ship\")").with("strength", "express"), wide("aims(\"ship\")"));
        assertThat(lint.lines()).isEmpty();

        both(
                ships("names(\"ship\")"),
                wide("aims(\"ship\")").with("share", "50").with("share_cite", "areas"));
        assertThat(lint.lines()).isEmpty();

        both(ships("names(\"ship\")").asksForReview(), wide("aims(\"ship\")"));
        assertThat(lint.lines()).isEmpty();

        both(
                ships("names(\"ship\")").rejectsEverywhere(),
                wide("aims(\"ship\")").rejects());
        assertThat(lint.lines()).isEmpty();
    }

    @Test
    void a_weaker_rule_of_a_smaller_share_or_reach_is_needless() {
        both(
                ships("names(\"ship\")").with("strength", "presumption"),
                wide("aims(\"ship\")").with("share", "50").with("share_cite", "areas"));
        assertThat(lint.lines().get(0)).contains("'Ships' is needless");

        both(ships("names(\"ship\")").rejects(), wide("aims(\"ship\")").rejectsEverywhere());
        assertThat(lint.lines().get(0)).contains("'Ships' is needless");
    }

    @Test
    void a_share_of_a_definition_decides_which_rule_counts_more() {
        both(
                ships("names(\"ship\")").with("share", "20").with("share_cite", "areas"),
                wide("aims(\"ship\")").with("share", "50").with("share_cite", "areas"));
        assertThat(lint.lines().get(0)).contains("'Ships' is needless");

        lint = lint.with(
                "definitions/one.yaml",
                lint.rules()
                        .text("definitions/one.yaml")
                        .replace(
                                "{policy: shipbuilding, block: related}",
                                "{policy: shipbuilding, block: related, shares: [{rule: Ships, share: \"80\", source: areas}]}"));
        assertThat(lint.lines()).isEmpty();
    }

    @Test
    void rules_that_nearly_cover_one_another_are_both_needed() {
        both(ships("names(\"ship\", \"seafarer\")"), wide("aims(\"ship\")"));
        assertThat(lint.lines()).isEmpty();

        both(ships("names(\"ship\")"), wide("aims(\"ship\"), !runBy(\"sea-ministry\")"));
        assertThat(lint.lines()).isEmpty();
    }

    @Test
    void dates_are_part_of_what_a_rule_covers() {
        both(ships("names(\"ship\")"), wide("aims(\"ship\")").with("since", "2024-01-01"));
        assertThat(lint.lines()).isEmpty();

        both(ships("names(\"ship\")"), wide("aims(\"ship\")").with("until", "2025-12-31"));
        assertThat(lint.lines()).isEmpty();

        both(
                ships("names(\"ship\")").with("since", "2024-01-01").with("until", "2024-12-31"),
                wide("aims(\"ship\")").with("since", "2024-01-01"));
        assertThat(lint.lines())
                .containsExactly(
                        PLACE + "'Ships' is needless: wherever it holds, 'Wide' holds and says as much",
                        "    both hold of: {name: \"船\"} (one, 2024-01-01)");
    }

    @Test
    void the_day_of_designation_is_part_of_what_a_join_covers() {
        RuleFileText north = RuleFileText.named("Ships").when("    $item : Item( names(\"port-north\") )");
        RuleFileText ports = RuleFileText.named("Wide")
                .when(
                        "    $item : Item( aims(\"ship\", \"port-north\", \"port-south\") )\n    $port : Facility( kind == \"port\", $item.names(concept) )");
        both(north, ports);
        assertThat(lint.lines())
                .as("before the designation the narrower rule counts alone")
                .isEmpty();

        both(
                RuleFileText.named("Ships")
                        .when("    $item : Item( names(\"port-south\") )")
                        .with("since", "2025-04-01"),
                ports);
        assertThat(lint.lines().get(0)).contains("'Ships' is needless");
    }

    @Test
    void of_rules_that_say_the_same_the_later_is_needless() {
        both(
                ships("names(\"ship\"), !runBy(\"sea-ministry\")"),
                wide("!(runBy(\"sea-ministry\") || !names(\"ship\"))"));

        assertThat(lint.lines())
                .containsExactly(
                        "rules/policies/shipbuilding.drl:19: 'Wide' is needless: it holds of the same items as 'Ships' and says the same",
                        "    both hold of: {name: \"船\"} (one, 2025-06-01)");
    }

    @Test
    void a_count_within_a_rejection_never_decides() {
        both(
                ships("names(\"ship\"), runBy(\"sea-ministry\")"),
                wide("names(\"ship\")").rejects());

        assertThat(lint.lines())
                .containsExactly(
                        PLACE + "'Ships' never decides anything: wherever it holds, it is defeated by 'Wide'",
                        "    as of: {ministry: \"海洋省\", name: \"船\"} (one, 2025-06-01)");
    }

    @Test
    void two_rejections_together_may_leave_a_count_nothing() {
        lint = SmallLint.of(
                ships("names(\"ship\")"),
                wide("names(\"ship\"), runBy(\"sea-ministry\")").rejects(),
                RuleFileText.named("Others")
                        .ifItem("names(\"ship\"), !runBy(\"sea-ministry\")")
                        .rejects());

        assertThat(lint.lines().get(0))
                .isEqualTo(PLACE
                        + "'Ships' never decides anything: wherever it holds, it is defeated by 'Wide', 'Others'");
    }

    @Test
    void a_count_that_is_stronger_than_a_rejection_or_wider_decides() {
        both(
                ships("names(\"ship\")").with("strength", "express"),
                wide("names(\"ship\")").rejects());
        assertThat(lint.lines()).isEmpty();

        both(ships("aims(\"ship\")"), wide("names(\"ship\")").rejects());
        assertThat(lint.lines()).isEmpty();
    }

    @Test
    void a_rejection_from_another_policy_must_reach_everywhere_and_in_every_definition() {
        lint = SmallLint.of(ships("names(\"ship\")"));
        lint.rules().withRules("ports", wide("names(\"ship\")").rejectsEverywhere());
        assertThat(lint.lines()).as("the definition 'one' does not adopt ports").isEmpty();

        lint.rules().without("definitions/one.yaml");
        assertThat(lint.lines().get(0))
                .contains("'Ships' never decides anything: wherever it holds, it is defeated by 'Wide'");

        lint.rules().withRules("ports", wide("names(\"ship\")").rejects());
        assertThat(lint.lines()).isEmpty();
    }

    private void only(String constraints) {
        lint = SmallLint.of(ships(constraints));
    }

    private void both(RuleFileText first, RuleFileText second) {
        lint = SmallLint.of(first, second);
    }

    private static RuleFileText ships(String constraints) {
        return RuleFileText.named("Ships").ifItem(constraints);
    }

    private static RuleFileText wide(String constraints) {
        return RuleFileText.named("Wide").ifItem(constraints);
    }
}
