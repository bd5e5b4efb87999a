package org.countsas.audit.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.countsas.adjudication.Outcome;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Samples of what does not count, and what they say of what was missed. */
class ElusionTest {
    private static final List<String> POLICIES = List.of("space", "aviation", "shipbuilding");

    /** 600 items that do not count, of 1,000 to 1,009,000; and two that are outside the population. */
    private static List<SamplingUnit> sixHundred() {
        List<SamplingUnit> units = new ArrayList<>(IntStream.rangeClosed(1, 600)
                .mapToObj(i -> new SamplingUnit(
                        String.valueOf(i), Outcome.NOT_COUNTED, null, (i * i * 37L % 1009 + 1) * 1000, 0))
                .toList());
        units.add(new SamplingUnit("counted", Outcome.COUNTED, "space", 500, 500));
        units.add(new SamplingUnit("review", Outcome.REVIEW, "space", 500, 0));
        return units;
    }

    /** 40 items of the first rank, 160 of the second, 400 of the third. */
    private static final Resemblance RANKS = new Resemblance() {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public int rank(String item) {
            int number = Integer.parseInt(item);
            return number % 15 == 0 ? 0 : number % 3 == 0 ? 1 : 2;
        }
    };

    private static SamplingPlan plan(String tolerable, String expected, String seed) {
        return Populations.plan(SamplingMethod.ELUSION, Population.NOT_COUNTED, tolerable, expected, seed);
    }

    private static Sample draw(String tolerable, String expected) {
        return Sampler.draw(plan(tolerable, expected, Populations.SEED), sixHundred(), RANKS);
    }

    private static Map<String, Judgement> nothingMissed(Sample sample) {
        Map<String, Judgement> judgements = new HashMap<>();
        sample.drawn().forEach(drawn -> judgements.put(drawn.unit().id(), Judgement.notCounted()));
        return judgements;
    }

    private static List<String> drawn(Sample sample, String stratum) {
        return sample.drawn().stream()
                .filter(drawn -> drawn.stratum().equals(stratum))
                .map(drawn -> drawn.unit().id())
                .toList();
    }

    @Test
    void it_is_drawn_from_what_does_not_count_and_more_densely_the_more_that_resembles_what_does() {
        Sample sample = draw("5%", "0%");

        assertThat(sample.population()).isEqualTo(new PopulationSummary(600, 307_458_000, 2, 0));
        assertThat(sample.strata())
                .extracting(Stratum::name, Stratum::items, Stratum::drawn)
                .containsExactly(tuple("rank 1", 40, 40), tuple("rank 2", 160, 29), tuple("rank 3", 400, 36));
        assertThat(sample.design().tolerable()).isEqualByComparingTo("30");
        assertThat(sample.resemblance()).isEqualTo("test");
        // Sized and drawn by a program in another language, with exact fractions, from the page on audit sampling
        // alone.
        assertThat(drawn(sample, "rank 2").stream().map(Integer::valueOf))
                .containsExactly(
                        12, 24, 57, 66, 87, 126, 132, 138, 159, 177, 192, 198, 219, 234, 252, 258, 279, 312, 321, 387,
                        393, 396, 399, 426, 489, 516, 573, 576, 594);
        assertThat(drawn(sample, "rank 3").stream().map(Integer::valueOf))
                .containsExactly(
                        8, 22, 43, 47, 52, 68, 71, 79, 128, 130, 136, 151, 196, 197, 211, 212, 220, 238, 241, 254, 277,
                        346, 376, 385, 403, 419, 466, 475, 496, 500, 518, 521, 524, 536, 568, 580);
    }

    @Test
    void neither_the_order_of_the_decisions_nor_the_run_has_an_influence() {
        List<SamplingUnit> shuffled = new ArrayList<>(sixHundred());
        Collections.shuffle(shuffled, new Random(7));

        assertThat(Sampler.draw(plan("5%", "1%", Populations.SEED), shuffled, RANKS))
                .isEqualTo(draw("5%", "1%"));
        assertThat(Sampler.draw(plan("5%", "1%", "7"), shuffled, RANKS).drawn())
                .isNotEqualTo(draw("5%", "1%").drawn());
    }

    @Test
    void a_sample_that_finds_nothing_shows_what_it_was_sized_for() {
        Sample sample = draw("5%", "0%");

        Assessment assessment = Projection.of(sample, nothingMissed(sample), POLICIES);

        assertThat(assessment.errors()).isEmpty();
        assertThat(assessment.rate()).isNull();
        assertThat(assessment.wrong()).isZero();
        assertThat(assessment.verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(assessment.missed())
                .extracting(MissedEstimate::policy)
                .containsExactly(null, "space", "aviation", "shipbuilding");
        MissedEstimate all = assessment.missed().get(0);
        assertThat(all).isEqualTo(new MissedEstimate(null, 0, 0, 0, 0, 30, all.upper()));
        // The largest thirty of the third rank that were not drawn.
        assertThat(all.upper())
                .isEqualTo(sample.undrawn().get("rank 3").stream()
                        .limit(30)
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void what_is_missed_is_told_by_policy_and_costs_less_where_more_was_drawn() {
        Sample sample = draw("5%", "0%");
        Map<String, Judgement> judgements = nothingMissed(sample);
        judgements.put("15", Judgement.counted("space", 5_000)); // examined as a whole
        String second = drawn(sample, "rank 2").get(0);
        String third = drawn(sample, "rank 3").get(0);
        judgements.put(second, Judgement.counted("aviation", 700));

        Assessment assessment = Projection.of(sample, judgements, POLICIES);
        MissedEstimate all = assessment.missed().get(0);
        MissedEstimate space = assessment.missed().get(1);
        MissedEstimate aviation = assessment.missed().get(2);
        MissedEstimate none = assessment.missed().get(3);

        assertThat(all.items()).isEqualTo(2);
        assertThat(all.found()).isEqualTo(5_700);
        // 1 + 160/29 = 6.52 items; 5,000 + 700 × 160/29 = 8,862.07.
        assertThat(all.likelyItems()).isEqualTo(7);
        assertThat(all.likely()).isEqualTo(8_862);
        assertThat(space.upperItems()).isEqualTo(none.upperItems() + 1);
        assertThat(space.upper()).isEqualTo(none.upper() + 5_000);
        assertThat(aviation.upperItems()).isGreaterThan(none.upperItems() + 1);
        assertThat(all.upperItems()).isEqualTo(aviation.upperItems() + 1);

        Map<String, Judgement> other = nothingMissed(sample);
        other.put(third, Judgement.counted("aviation", 700));
        assertThat(Projection.of(sample, other, POLICIES).missed().get(0).upperItems())
                .isGreaterThan(aviation.upperItems());
        assertThat(assessment.verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void a_tolerable_amount_makes_large_items_certain() {
        List<SamplingUnit> units = sixHundred();
        IntStream.rangeClosed(601, 620)
                .forEach(i ->
                        units.add(new SamplingUnit(String.valueOf(i), Outcome.NOT_COUNTED, null, 29_000_000L + i, 0)));
        Sample sample = Sampler.draw(plan("30000000", "0%", Populations.SEED), units, RANKS);

        Stratum certain = sample.strata().get(0);
        assertThat(certain.name()).isEqualTo(Stratum.CERTAIN);
        assertThat(certain.drawn()).isEqualTo(certain.items()).isPositive();
        assertThat(sample.drawn())
                .allSatisfy(drawn -> assertThat(
                                drawn.unit().amount() >= sample.design().interval())
                        .isEqualTo(drawn.stratum().equals(Stratum.CERTAIN)));
        MissedEstimate all =
                Projection.of(sample, nothingMissed(sample)).missed().get(0);
        assertThat(all.upper()).isLessThanOrEqualTo(30_000_000);
        assertThat(Projection.of(sample, nothingMissed(sample)).verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void when_every_item_is_examined_what_is_found_is_all_there_is() {
        Sample sample = draw("1", "0%");
        Map<String, Judgement> judgements = nothingMissed(sample);
        judgements.put("1", Judgement.counted("space", 17));

        assertThat(sample.drawn()).hasSize(600);
        assertThat(Projection.of(sample, judgements).missed())
                .containsExactly(new MissedEstimate(null, 1, 17, 1, 17, 1, 17));
        assertThat(Projection.of(sample, judgements).verdict()).isEqualTo(Verdict.EXCEEDED);
    }

    @Test
    void a_plan_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> Populations.plan(SamplingMethod.ELUSION, Population.COUNTED, "1%", "0%"))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "W001: An elusion sample is drawn from what does not count. Use --population not-counted with --method elusion, or leave it out.");
        assertThatThrownBy(() -> plan("1%", "500", "1"))
                .hasMessage(
                        "W001: One of the tolerable error 1% and the expected error 500 is a share of the items, and the other an amount. Give both in per cent of the items, or both in units of the currency.");
        assertThatThrownBy(() -> draw("5%", "4.9%"))
                .hasMessage(
                        "W001: Of 600 items 30 missed are tolerable and 29.4 expected. Expect at most nine tenths of what is tolerable, and tolerate at most the whole population.");
        assertThatThrownBy(() -> Sampler.draw(plan("5%", "0%", "1"), List.of(), RANKS))
                .hasMessageEndingWith("Nothing that has an amount was left out, so nothing can have been missed.");
        assertThatThrownBy(() -> draw("400000000", "0%")).hasMessageContaining("Of 307458000 units of the currency");
    }

    @Test
    void other_methods_can_draw_from_what_does_not_count_as_well() {
        Sample sample = Sampler.draw(
                Populations.plan(SamplingMethod.MONETARY_UNIT, Population.NOT_COUNTED, "5%", "0%"), sixHundred());

        Assessment assessment = Projection.of(sample, nothingMissed(sample));

        assertThat(assessment.missed()).isEmpty();
        assertThat(assessment.errors())
                .extracting(error -> error.projection() != null)
                .containsExactly(false, true, false);
        assertThat(assessment.verdict()).isEqualTo(Verdict.WITHIN);
    }

    /** Draws 400 samples from a population of which it is known what was missed, and counts how often each bound holds. */
    @Test
    void the_bounds_hold_at_least_as_often_as_the_confidence_says() {
        List<SamplingUnit> units = sixHundred();
        Map<String, Judgement> truth = new HashMap<>();
        Map<String, long[]> missed = new HashMap<>();
        for (SamplingUnit unit : units) {
            if (unit.outcome() != Outcome.NOT_COUNTED) {
                continue;
            }
            int number = Integer.parseInt(unit.id());
            // A fifth of the first rank, a twentieth of the second, a fiftieth of the third; wholes and halves.
            boolean isMissed = number % 75 == 0 || number % 60 == 3 || number % 75 == 7;
            String policy = number % 2 == 0 ? "space" : "aviation";
            long counted = number % 4 < 2 ? unit.amount() : unit.amount() / 2;
            truth.put(unit.id(), isMissed ? Judgement.counted(policy, counted) : Judgement.notCounted());
            if (isMissed) {
                for (String each : List.of("all", policy)) {
                    long[] sum = missed.computeIfAbsent(each, key -> new long[2]);
                    sum[0]++;
                    sum[1] += counted;
                }
            }
        }
        assertThat(missed.get("all")[0]).isEqualTo(26);
        int runs = 400;
        Map<String, int[]> held = new HashMap<>();
        for (int seed = 0; seed < runs; seed++) {
            Sample sample = Sampler.draw(plan("10%", "0%", String.valueOf(seed)), units, RANKS);
            assertThat(sample.drawn().size()).isLessThan(200);
            for (MissedEstimate estimate :
                    Projection.of(sample, truth, List.of("space", "aviation")).missed()) {
                String policy = estimate.policy() == null ? "all" : estimate.policy();
                int[] counts = held.computeIfAbsent(policy, key -> new int[3]);
                boolean items = estimate.upperItems() >= missed.get(policy)[0];
                boolean amount = estimate.upper() >= missed.get(policy)[1];
                counts[0] += items ? 1 : 0;
                counts[1] += amount ? 1 : 0;
                counts[2] += items && amount ? 1 : 0;
            }
        }
        assertThat(held).hasSize(3).allSatisfy((policy, counts) -> {
            assertThat(counts[0]).as("items, %s", policy).isGreaterThanOrEqualTo(runs * 95 / 100);
            assertThat(counts[1]).as("amount, %s", policy).isGreaterThanOrEqualTo(runs * 95 / 100);
            assertThat(counts[2]).as("both, %s", policy).isGreaterThanOrEqualTo(runs * 95 / 100);
        });
    }
}
