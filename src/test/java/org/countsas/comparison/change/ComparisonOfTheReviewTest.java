package org.countsas.comparison.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.acceptance.Review;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.reform.Reforms;
import org.countsas.problem.ProblemException;
import org.countsas.report.Samples;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Definitions side by side on the review of 2024. */
class ComparisonOfTheReviewTest {
    private static final Reforms REFORMS =
            new Reforms(Samples.countsAs().definitions(), Samples.countsAs().rules());

    @BeforeEach
    void present() {
        SharedData.rs2024();
    }

    private static Comparison compare(String... expressions) {
        List<ComparisonInput> subjects = Stream.of(expressions)
                .map(expression -> {
                    Reformed reformed = REFORMS.apply(Reform.parse(expression));
                    return new ComparisonInput(expression, reformed, Review.findings(), "rules");
                })
                .toList();
        return new Comparer(Review.selection().items(), Review.selection().items(), Review.DAY, List.of())
                .compare(subjects, REFORMS);
    }

    private static TotalDelta sum(Stream<TotalDelta> parts) {
        return parts.reduce(TotalDelta.NOTHING, TotalDelta::plus);
    }

    @Test
    void the_change_is_that_of_the_totals_and_of_the_items_and_of_the_edits_and_of_the_rules() {
        Comparison comparison = compare(
                "japan-2022",
                "japan-2025-proposal",
                "japan-2022 + space - cybersecurity + share(public-infrastructure=10%)");

        for (DefinitionChange change : comparison.changes()) {
            assertThat(change.contributions()).isNotEmpty();
            assertThat(sum(change.contributions().stream().map(Contribution::shapley)))
                    .isEqualTo(change.delta());
            assertThat(sum(change.items().stream().map(ItemChange::delta))).isEqualTo(change.delta());
            assertThat(sum(change.rules().stream().map(RuleChange::delta))).isEqualTo(change.delta());
        }
        assertThat(comparison.changes().get(0).delta())
                .isEqualTo(TotalDelta.between(
                        Review.totals("japan-2022").counted(),
                        Review.totals("japan-2025-proposal").counted()));
        assertThat(comparison.changes().get(1).contributions())
                .extracting(Contribution::name)
                .containsExactly("+ space", "- cybersecurity", "+ share(public-infrastructure=10%)");
    }

    @Test
    void each_dimension_sums_to_the_total() {
        for (DefinitionResult side :
                compare("japan-2022", "japan-2025-proposal").results()) {
            for (Dimension dimension : Dimension.values()) {
                assertThat(side.by(dimension).stream().map(PartTotal::counted).reduce(Counted.NOTHING, Counted::plus))
                        .as(dimension.name())
                        .isEqualTo(side.counted());
            }
            assertThat(side.ministryAreas().stream()
                            .map(each -> each.sum().counted())
                            .reduce(Counted.NOTHING, Counted::plus))
                    .isEqualTo(side.counted());
            assertThat(side.years())
                    .singleElement()
                    .satisfies(year -> assertThat(year.counted()).isEqualTo(side.counted()));
        }
    }

    @Test
    void the_part_of_an_edit_does_not_depend_on_where_it_stands() {
        List<Contribution> first = compare("japan-2022", "japan-2022 + aviation + transport-protection + space")
                .changes()
                .get(0)
                .contributions();
        List<Contribution> second = compare("japan-2022", "japan-2022 + space + transport-protection + aviation")
                .changes()
                .get(0)
                .contributions();
        List<Contribution> reversed = new java.util.ArrayList<>(second);
        Collections.reverse(reversed);

        assertThat(reversed).isEqualTo(first);
    }

    @Test
    void the_same_change_is_split_alike_whether_it_is_written_as_a_stack_or_found_between_two_definitions() {
        List<Contribution> found =
                compare("japan-2022", "japan-2025-proposal").changes().get(0).contributions();
        List<Contribution> stack = compare(
                        "japan-2022",
                        "japan-2022 + space + aviation + energy-protection + transport-protection + communications-protection + shipbuilding"
                                + " + disaster-prevention + technology-protection")
                .changes()
                .get(0)
                .contributions();

        assertThat(found).isEqualTo(stack);
    }

    @Test
    void a_change_and_its_reverse_are_opposite() {
        DefinitionChange there =
                compare("japan-2022", "japan-2025-proposal").changes().get(0);
        DefinitionChange back =
                compare("japan-2025-proposal", "japan-2022").changes().get(0);

        assertThat(there.delta().plus(back.delta())).isEqualTo(TotalDelta.NOTHING);
        assertThat(there.items()).hasSameSizeAs(back.items());
        assertThat(there.percentagePoints())
                .isEqualByComparingTo(requireNonNull(back.percentagePoints()).negate());
    }

    @Test
    void every_item_says_which_finding_made_the_difference() {
        Comparison comparison = compare(
                "japan-2022",
                "japan-2025-proposal",
                "japan-2022 - coast-guard",
                "japan-2022 + share(public-infrastructure=10%)");

        assertThat(comparison.changes().get(0).items()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.finding()).isNotNull();
            if (item.kind() == ItemChange.Kind.NEWLY_COUNTED) {
                assertThat(item.finding()).isEqualTo(item.after().decisive().orElseThrow());
                assertThat(item.before().outcome()).isNotEqualTo(Outcome.COUNTED);
            }
        });
        assertThat(comparison.changes().get(1).items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.reason()).isEqualTo(ChangeReason.GIVEN_UP));
        assertThat(comparison.changes().get(2).items())
                .isNotEmpty()
                .filteredOn(item -> item.kind() == ItemChange.Kind.OTHER_SHARE)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.reason()).isEqualTo(ChangeReason.SHARE));
    }

    @Test
    void items_that_are_decided_alike_are_not_listed() {
        List<String> listed = compare("japan-2022", "japan-2025-proposal").changes().get(0).items().stream()
                .map(item -> item.item().id())
                .toList();
        List<Decision> before = Review.decisions("japan-2022");
        List<Decision> after = Review.decisions("japan-2025-proposal");

        for (int i = 0; i < before.size(); i++) {
            boolean alike = before.get(i).outcome() == after.get(i).outcome()
                    && before.get(i).area().equals(after.get(i).area())
                    && before.get(i).share().equals(after.get(i).share());
            assertThat(listed.contains(before.get(i).item().id()))
                    .as(before.get(i).item().id())
                    .isEqualTo(!alike);
        }
    }

    @Test
    void another_base_changes_percentages_and_no_amount() {
        Comparison comparison = compare("japan-2022", "japan-2022 + gdp(600tn)");

        assertThat(comparison.changes().get(0).delta()).isEqualTo(TotalDelta.NOTHING);
        assertThat(comparison.changes().get(0).contributions()).isEmpty();
        assertThat(comparison.changes().get(0).percentagePoints()).isNegative();
        assertThat(comparison.results().get(1).distances().get(0).level().amount())
                .isEqualTo(6_000_000_000_000L);
    }

    @Test
    void definitions_in_different_currencies_are_not_compared() {
        assertThatThrownBy(() -> compare("japan-2022", "us-050"))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "L006: 'japan-2022' is made for amounts in JPY, 'us-050' for amounts in USD. Compare definitions of one currency.");
    }
}
