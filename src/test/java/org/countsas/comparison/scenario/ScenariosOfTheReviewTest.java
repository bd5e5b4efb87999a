package org.countsas.comparison.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countsas.acceptance.Review;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reforms;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.report.Samples;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All combinations of the eight proposed policies on the review of 2024, held against deciding item by item. */
class ScenariosOfTheReviewTest {
    private static final List<String> POLICIES = List.of(
            "space",
            "aviation",
            "energy-protection",
            "transport-protection",
            "communications-protection",
            "shipbuilding",
            "disaster-prevention",
            "technology-protection");
    private static Scenarios scenarios;

    static List<Edit.Add> additions(List<String> policies) {
        return policies.stream().map(Edit.Add::new).toList();
    }

    @BeforeAll
    static void sum() {
        SharedData.rs2024();
        scenarios = Scenarios.of(
                new Reform("japan-2022", List.of()),
                additions(POLICIES),
                reforms(),
                Review.selection().items(),
                Review.findings(),
                Review.DAY);
    }

    private static Reforms reforms() {
        return new Reforms(Samples.countsAs().definitions(), Samples.countsAs().rules());
    }

    private static Counted bruteForce(Definition definition) {
        Adjudicator adjudicator = new Adjudicator(definition, Review.DAY);
        Counted total = Counted.NOTHING;
        for (BudgetItem item : Review.selection().items()) {
            Decision decision = adjudicator.decide(item, Review.findings().of(item.programme()));
            total = decision.outcome() == Outcome.COUNTED ? total.plus(decision.counted()) : total;
        }
        return total;
    }

    @Test
    void all_256_combinations_are_what_deciding_every_item_under_each_gives() {
        List<Scenario> all = scenarios.all();

        assertThat(all).hasSize(256);
        for (Scenario scenario : all) {
            Definition definition =
                    reforms().apply(scenarios.reform(scenario.set())).definition();
            assertThat(scenario.total()).as(scenario.policies().toString()).isEqualTo(bruteForce(definition));
        }
    }

    @Test
    void none_of_them_is_the_base_and_all_of_them_are_the_proposal() {
        assertThat(scenarios.scenario(0).total())
                .isEqualTo(Review.totals("japan-2022").counted());
        assertThat(scenarios.scenario(255).total())
                .isEqualTo(Review.totals("japan-2025-proposal").counted());
    }

    @Test
    void the_contributions_sum_to_the_change_to_the_yen() {
        List<Contribution> contributions = scenarios.contributions();

        assertThat(contributions).extracting(Contribution::name).isEqualTo(POLICIES);
        assertThat(contributions.stream().map(Contribution::shapley).reduce(TotalDelta.NOTHING, TotalDelta::plus))
                .isEqualTo(TotalDelta.between(
                        Review.totals("japan-2022").counted(),
                        Review.totals("japan-2025-proposal").counted()));
    }
}
