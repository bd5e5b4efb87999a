package org.countsas.comparison.outlook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.countsas.acceptance.Review;
import org.countsas.comparison.partition.ItemPartition;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reforms;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Definition;
import org.countsas.definition.Target;
import org.countsas.report.Samples;
import org.countsas.testing.SharedData;
import org.countsas.vocabulary.BilingualText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which share of a policy reaches a target on the review of 2024. */
class ShareSolverTest {
    private static final Reforms REFORMS =
            new Reforms(Samples.countsAs().definitions(), Samples.countsAs().rules());

    @BeforeEach
    void present() {
        SharedData.rs2024();
    }

    private static ShareSolution solve(String policy, String percent) {
        Definition definition = Samples.countsAs().definitions().get("japan-2022");
        Level level = Level.of(
                new Target("asked", new BigDecimal(percent), new BilingualText("", ""), "asked"),
                definition.gdp().orElseThrow());
        return new ShareSolver(REFORMS, Review.selection().items(), Review.findings(), Review.DAY)
                .solve(definition, policy, level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.04", "1.05", "1.2", "1.4"})
    void the_share_that_is_found_reaches_the_target_and_one_basis_point_less_does_not(String percent) {
        ShareSolution solution = solve("public-infrastructure", percent);
        int share = requireNonNull(solution.share());
        ItemPartition partition = ItemPartition.of(Review.selection().items(), Review.findings(), Review.DAY);

        assertThat(share).isPositive();
        assertThat(total(share, partition))
                .isGreaterThanOrEqualTo(solution.level().amount())
                .isEqualTo(solution.total().central());
        assertThat(total(share - 1, partition)).isLessThan(solution.level().amount());
        assertThat(solution.missing()).isZero();
    }

    private static long total(int points, ItemPartition partition) {
        String share = BigDecimal.valueOf(points, 2).toPlainString();
        return partition
                .total(REFORMS.apply(Reform.parse("japan-2022 + share(public-infrastructure=" + share + "%)"))
                        .definition())
                .central();
    }

    @Test
    void a_target_out_of_reach_says_by_how_much() {
        ShareSolution solution = solve("public-infrastructure", "2");

        assertThat(solution.share()).isNull();
        assertThat(solution.missing())
                .isPositive()
                .isEqualTo(solution.level().amount() - solution.total().central());
    }

    @Test
    void a_target_that_is_reached_without_the_policy_needs_no_share_of_it() {
        assertThat(solve("cybersecurity", "1").share()).isZero();
    }

    @Test
    void a_policy_that_the_definition_does_not_adopt_has_no_share() {
        assertThatThrownBy(() -> solve("space", "1"))
                .hasMessageStartingWith("L002: There is no 'space' in the definition to count at another share.");
    }
}
