package org.countsas.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countsas.policy.rule.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The semantics of adjudication, case by case, on an item of 1,000 and a definition that adopts a, b and c in this order. */
class AdjudicatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                              | NOT_COUNTED: 0/0/0                  | ''",
                "a COUNT rule x                                | COUNTED a in in-a: 1000/1000/1000 at 100 % | x=DECISIVE",
                "a COUNT presumption x                         | COUNTED a in in-a: 1000/1000/1000 at 100 % | x=DECISIVE",
                "z COUNT express x                             | NOT_COUNTED: 0/0/0                  | x=OUTSIDE",
                "z COUNT express x; b COUNT presumption y      | COUNTED b in in-b: 1000/1000/1000 at 100 % | x=OUTSIDE y=DECISIVE",
                "z REJECT express x everywhere; b COUNT rule y | COUNTED b in in-b: 1000/1000/1000 at 100 % | x=OUTSIDE y=DECISIVE",
            })
    void only_findings_of_adopted_policies_take_part(String findings, String decision, String standings) {
        check(findings, decision, standings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a COUNT rule x from=2025-06-01                | COUNTED a in in-a: 1000/1000/1000 at 100 % | x=DECISIVE",
                "a COUNT rule x from=2025-06-02                | NOT_COUNTED: 0/0/0                  | x=OUTSIDE",
                "a COUNT rule x until=2025-06-01               | COUNTED a in in-a: 1000/1000/1000 at 100 % | x=DECISIVE",
                "a COUNT rule x until=2025-05-31               | NOT_COUNTED: 0/0/0                  | x=OUTSIDE",
                "a COUNT rule x; a REJECT express y from=2025-06-02 | COUNTED a in in-a: 1000/1000/1000 at 100 % | x=DECISIVE y=OUTSIDE",
            })
    void only_findings_in_force_on_the_day_take_part(String findings, String decision, String standings) {
        check(findings, decision, standings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a COUNT presumption x; a REJECT presumption n | NOT_COUNTED: 0/0/0                  | n=DECISIVE x=DEFEATED(n)",
                "a COUNT presumption x; a REJECT rule n        | NOT_COUNTED: 0/0/0                  | n=DECISIVE x=DEFEATED(n)",
                "a COUNT presumption x; a REJECT express n     | NOT_COUNTED: 0/0/0                  | n=DECISIVE x=DEFEATED(n)",
                "a COUNT rule x; a REJECT presumption n        | COUNTED a in in-a: 1000/1000/1000 at 100 % | n=DEFEATED(x) x=DECISIVE",
                "a COUNT rule x; a REJECT rule n               | NOT_COUNTED: 0/0/0                  | n=DECISIVE x=DEFEATED(n)",
                "a COUNT rule x; a REJECT express n            | NOT_COUNTED: 0/0/0                  | n=DECISIVE x=DEFEATED(n)",
                "a COUNT express x; a REJECT presumption n     | COUNTED a in in-a: 1000/1000/1000 at 100 % | n=DEFEATED(x) x=DECISIVE",
                "a COUNT express x; a REJECT rule n            | COUNTED a in in-a: 1000/1000/1000 at 100 % | n=DEFEATED(x) x=DECISIVE",
                "a COUNT express x; a REJECT express n         | NOT_COUNTED: 0/0/0                  | n=DECISIVE x=DEFEATED(n)",
                // one that is stronger stands, the weaker one falls, and the REJECT is not without effect
                "a COUNT express x; a COUNT presumption y; a REJECT rule n | COUNTED a in in-a: 1000/1000/1000 at 100 % | n=SUPPORTING x=DECISIVE y=DEFEATED(n)",
                // of several that defeat, the first by rank is named
                "a COUNT presumption x; a REJECT rule n; a REJECT express m | NOT_COUNTED: 0/0/0     | m=DECISIVE n=SUPPORTING x=DEFEATED(m)",
                "a REJECT rule n                               | NOT_COUNTED: 0/0/0                  | n=DECISIVE",
            })
    void a_reject_defeats_what_is_not_stronger(String findings, String decision, String standings) {
        check(findings, decision, standings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a COUNT rule x; b REJECT express n            | COUNTED a in in-a: 1000/1000/1000 at 100 % | n=SUPPORTING x=DECISIVE",
                "a COUNT rule x; b REJECT express n everywhere | NOT_COUNTED: 0/0/0                  | n=DECISIVE x=DEFEATED(n)",
                "a COUNT rule x; b COUNT rule y; a REJECT rule n | COUNTED b in in-b: 1000/1000/1000 at 100 % | n=SUPPORTING x=DEFEATED(n) y=DECISIVE",
                "a COUNT rule x; b COUNT rule y; c REJECT rule n everywhere | NOT_COUNTED: 0/0/0     | n=DECISIVE x=DEFEATED(n) y=DEFEATED(n)",
                "a COUNT rule x; b COUNT express y; c REJECT rule n everywhere | COUNTED b in in-b: 1000/1000/1000 at 100 % | n=SUPPORTING x=DEFEATED(n) y=DECISIVE",
                "a COUNT express x; b COUNT express y; c REJECT rule n everywhere | COUNTED a in in-a, also b: 1000/1000/1000 at 100 % | n=DEFEATED(x) x=DECISIVE y=SUPPORTING",
            })
    void a_reject_reaches_its_policy_or_all(String findings, String decision, String standings) {
        check(findings, decision, standings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the order of the definition goes before everything else
                "b COUNT express x; a COUNT presumption y 1    | COUNTED a in in-a, also b: 10/10/10 at 1 % | x=SUPPORTING y=DECISIVE",
                "c COUNT rule x; b COUNT rule y; a COUNT rule z | COUNTED a in in-a, also b and c: 1000/1000/1000 at 100 % | x=SUPPORTING y=SUPPORTING z=DECISIVE",
                // then strength
                "a COUNT rule x 100; a COUNT express y 1       | COUNTED a in in-a: 10/10/10 at 1 %  | x=SUPPORTING y=DECISIVE",
                // then the share, by central, low and high
                "a COUNT rule x 1/2/50; a COUNT rule y 3       | COUNTED a in in-a: 30/30/30 at 3 %  | x=SUPPORTING y=DECISIVE",
                "a COUNT rule x 1/3/50; a COUNT rule y 2/3/3   | COUNTED a in in-a: 20/30/30 at 2/3/3 % | x=SUPPORTING y=DECISIVE",
                "a COUNT rule x 1/3/50; a COUNT rule y 1/3/51  | COUNTED a in in-a: 10/30/510 at 1/3/51 % | x=SUPPORTING y=DECISIVE",
                // then the name
                "a COUNT rule y; a COUNT rule x                | COUNTED a in in-a: 1000/1000/1000 at 100 % | x=DECISIVE y=SUPPORTING",
            })
    void the_area_is_the_first_in_order_and_the_rest_are_recorded(String findings, String decision, String standings) {
        check(findings, decision, standings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a REVIEW rule q                               | REVIEW a: 0/0/1000 at 100 %         | q=DECISIVE",
                "a REVIEW rule q 5/7/21                        | REVIEW a: 0/0/210 at 5/7/21 %       | q=DECISIVE",
                "b REVIEW express q; a REVIEW presumption p    | REVIEW a: 0/0/1000 at 100 %         | p=DECISIVE q=SUPPORTING",
                "a REVIEW express q; c COUNT presumption x     | COUNTED c in in-c: 1000/1000/1000 at 100 % | q=SUPPORTING x=DECISIVE",
                "a REVIEW rule q; a REJECT rule n              | NOT_COUNTED: 0/0/0                  | n=DECISIVE q=DEFEATED(n)",
                "a REVIEW express q; a REJECT rule n           | REVIEW a: 0/0/1000 at 100 %         | n=DEFEATED(q) q=DECISIVE",
                "a REVIEW express q; a COUNT rule x; a REJECT rule n | REVIEW a: 0/0/1000 at 100 %   | n=SUPPORTING q=DECISIVE x=DEFEATED(n)",
                "b REVIEW rule q; a COUNT rule x; a REJECT rule n | REVIEW b: 0/0/1000 at 100 %      | n=SUPPORTING q=DECISIVE x=DEFEATED(n)",
            })
    void a_person_must_judge_where_no_count_stands_but_a_question_does(
            String findings, String decision, String standings) {
        check(findings, decision, standings);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 5/7/21, 50/70/210",
        "1, 49.99, 0/0/0",
        "1, 50, 1/1/1",
        "-1, 50, -1/-1/-1",
        "-1, 49.99, 0/0/0",
        "3, 16.67/50/83.33, 1/2/2",
        "-1000, 5/7/21, -210/-70/-50",
        "0, 100, 0/0/0",
        "9223372036854775807, 100, 9223372036854775807/9223372036854775807/9223372036854775807",
        "-9223372036854775808, 0/50/100, -9223372036854775808/-4611686018427387904/0",
    })
    void what_counts_is_the_share_of_the_amount_rounded_half_up_and_low_is_the_smaller(
            long amount, String share, String counted) {
        Decision decision = decide(amount, "a COUNT rule x " + share, "a");
        assertThat(Cases.shown(decision))
                .isEqualTo("COUNTED a in in-a: " + counted + " at "
                        + Share.parse(share).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"-1000, 5/7/21, -210/0/0", "-1000, 100, -1000/0/0", "1000, 5/7/21, 0/0/210"})
    void a_question_bounds_what_it_would_decide_on_the_side_of_the_amount(long amount, String share, String counted) {
        assertThat(Cases.shown(decide(amount, "a REVIEW rule x " + share, "a")))
                .isEqualTo("REVIEW a: " + counted + " at " + Share.parse(share).orElseThrow());
    }

    @Test
    void a_share_of_the_definition_replaces_the_rules_in_the_amount_and_in_the_order() {
        assertThat(Cases.shown(decide(1000, "a COUNT rule x 40", "a=5/7/21")))
                .isEqualTo("COUNTED a in in-a: 50/70/210 at 5/7/21 %");
        assertThat(Cases.shown(decide(1000, "a REVIEW rule x", "a=30"))).isEqualTo("REVIEW a: 0/0/300 at 30 %");
        // Both at 30 %: now the name decides.
        assertThat(Cases.standings(decide(1000, "a COUNT rule y 40; a COUNT rule x 20", "a=30")))
                .isEqualTo("x=DECISIVE y=SUPPORTING");
    }

    @Test
    void every_finding_carries_the_share_at_which_it_counts_here_and_a_reject_none() {
        Decision decision = decide(
                1000, "a COUNT rule x 40; a REJECT presumption n; b COUNT rule y 20; z COUNT rule o 10", "a=30", "b");
        assertThat(decision.findings())
                .extracting(each -> each.finding().rule().name() + " " + each.share())
                .containsExactly("n 0 %", "o 10 %", "x 30 %", "y 20 %");
    }

    @Test
    void the_order_of_adoption_is_the_order_of_priority() {
        String findings = "a COUNT rule x; b COUNT rule y; c COUNT rule z";
        assertThat(Cases.shown(decide(1, findings, "c", "a"))).isEqualTo("COUNTED c in in-c, also a: 1/1/1 at 100 %");
        assertThat(Cases.shown(decide(1, findings, "b", "c", "a")))
                .isEqualTo("COUNTED b in in-b, also c and a: 1/1/1 at 100 %");
        assertThat(Cases.shown(decide(1, findings))).isEqualTo("NOT_COUNTED: 0/0/0");
    }

    @Test
    void a_decision_names_its_definition_its_item_and_what_decided() {
        Decision decision = decide(7, "a COUNT rule x", "a");
        assertThat(decision.definition()).isEqualTo("test");
        assertThat(decision.item()).isEqualTo(Cases.item(7));
        assertThat(decision.decisive())
                .map(each -> each.finding().rule().name())
                .contains("x");
        assertThat(decide(7, "", "a").decisive()).isEqualTo(Optional.empty());
        Adjudicator adjudicator = new Adjudicator(Cases.definition("a"), LocalDate.of(2025, 1, 1));
        assertThat(adjudicator.asOf()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(adjudicator.definition()).isEqualTo(Cases.definition("a"));
    }

    @Test
    void sums_are_exact_or_refused() {
        Counted most = new Counted(0, Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(most.plus(new Counted(-5, 1, 0))).isEqualTo(new Counted(-5, Long.MAX_VALUE, Long.MAX_VALUE));
        assertThatThrownBy(() -> most.plus(new Counted(0, 0, 1))).isInstanceOf(ArithmeticException.class);
        assertThat(Counted.NOTHING.plus(most)).isEqualTo(most);
    }

    @Test
    void nobody_can_change_a_decision() {
        Decision decision = decide(1, "a COUNT rule x; b COUNT rule y", "a", "b");
        assertThatThrownBy(() -> decision.alsoCountsIn().add("z")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> decision.findings().remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void check(String findings, String decision, String standings) {
        Decision made = decide(1000, findings == null ? "" : findings, "a", "b", "c");
        assertThat(List.of(Cases.shown(made), Cases.standings(made))).containsExactly(decision, standings);
    }

    private static Decision decide(long amount, String findings, String... policies) {
        return new Adjudicator(Cases.definition(policies), Cases.DAY)
                .decide(Cases.item(amount), Cases.findings(findings));
    }
}
