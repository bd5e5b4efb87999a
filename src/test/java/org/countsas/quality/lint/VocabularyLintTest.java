package org.countsas.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countsas.policy.book.RuleFileText;
import org.junit.jupiter.api.Test;

/** Terms and phrases that change nothing, and those that nearly change nothing. */
class VocabularyLintTest {
    private static final String PLACE = "rules/vocabulary/words.yaml:4: ship: ";

    @Test
    void a_term_that_holds_another_is_needless() {
        assertThat(lines("造船所, 船, 艦", ""))
                .containsExactly(
                        PLACE + "the term '造船所' is needless: wherever it stands, '船' is found", "    as in: <造船所>");
        assertThat(lines("ship building, ship*", "").get(0))
                .contains("the term 'ship building' is needless", "'ship*'");
    }

    @Test
    void a_term_that_holds_another_only_as_a_part_of_a_word_is_needed() {
        assertThat(lines("warship, ship", "")).isEmpty();
        assertThat(lines("shipping, ship", "")).isEmpty();
        assertThat(lines("ship*, ship building yard*, building", "").get(0))
                .contains("'ship building yard*' is needless");
    }

    @Test
    void a_term_that_holds_a_masked_one_is_needed() {
        assertThat(lines("風船, 船", "風船団")).hasSize(2);
        assertThat(lines("大風船, 船", "風船"))
                .as("'風船' masks '船' within '大風船', and not the whole")
                .isEmpty();
    }

    @Test
    void terms_that_are_written_alike_are_one() {
        assertThat(lines("エネルギー船, エネルギ－船", ""))
                .containsExactly(
                        PLACE + "the term 'エネルギ－船' is needless: wherever it stands, 'エネルギー船' is found",
                        "    as in: <エネルギ－船>");
    }

    @Test
    void what_is_reported_may_be_removed_together() {
        assertThat(lines("甲乙丙, 乙丙, 丙", "").stream().filter(line -> line.startsWith("rules")))
                .containsExactly(
                        PLACE + "the term '甲乙丙' is needless: wherever it stands, '乙丙' is found",
                        PLACE + "the term '乙丙' is needless: wherever it stands, '丙' is found");
    }

    @Test
    void a_longer_term_of_which_mentions_are_counted_is_needed_where_its_parts_are_two() {
        SmallLint lint = SmallLint.ofConcept("船団長, 船, 長", "");
        assertThat(lint.report().findings()).hasSize(1);

        lint.rules().withRule(RuleFileText.named("Ships").ifItem("mentionCount(\"ship\") >= 2"));
        assertThat(lint.report().findings()).isEmpty();
    }

    @Test
    void a_term_within_a_phrase_of_its_own_is_never_a_mention() {
        assertThat(lines("船, 風船", "風船"))
                .containsExactly(
                        PLACE + "the term '風船' is never a mention: the phrase '風船' under 'notWithin' masks it",
                        "    as in: 風船");
        assertThat(lines("船, ship*", "ship")).as("'ships' is still a mention").isEmpty();
    }

    @Test
    void a_phrase_that_holds_no_term_masks_nothing() {
        assertThat(lines("造船", "風船"))
                .containsExactly(PLACE + "the phrase '風船' under 'notWithin' masks nothing", "    as in: 風船");
        assertThat(lines("ship", "warship").get(0)).contains("the phrase 'warship' under 'notWithin' masks nothing");
        assertThat(lines("船", "風船, 大風船").get(0))
                .as("the shorter phrase masks it already")
                .contains("the phrase '大風船'");
    }

    @Test
    void a_phrase_that_masks_something_is_needed() {
        assertThat(lines("船", "風船")).isEmpty();
        assertThat(lines("ship*", "shipwreck")).isEmpty();
    }

    @Test
    void what_shows_it_passes_as_a_rule_test() {
        SmallLint lint = SmallLint.ofConcept("造船所, 船, 風船", "風船, 車");

        assertThat(lint.report().findings())
                .extracting(LintFinding::kind)
                .containsExactly(LintKind.SHADOWED_TERM, LintKind.MASKED_TERM, LintKind.IDLE_PHRASE);
        assertThat(lint.runOfSavedTests().passed()).isTrue();
        assertThat(lint.runOfSavedTests().phrases()).hasSize(3);
    }

    private static List<String> lines(String terms, String notWithin) {
        return SmallLint.ofConcept(terms, notWithin).lines();
    }
}
