package org.countsas.audit.sampling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countsas.adjudication.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {
    private static Map<String, Judgement> agreeing(Sample sample) {
        Map<String, Judgement> judgements = new HashMap<>();
        sample.drawn().forEach(drawn -> judgements.put(drawn.unit().id(), Populations.agreeing(drawn.unit())));
        return judgements;
    }

    private static ErrorEstimate error(Assessment assessment, ErrorKind kind) {
        return assessment.errors().stream()
                .filter(error -> error.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static ProjectedError projected(Assessment assessment, ErrorKind kind) {
        return requireNonNull(error(assessment, kind).projection());
    }

    /** 100 items of 10,000 and one of 300,000; 10 % of 1,300,000 by 2.995733 makes an interval of 43,395. */
    private static Sample hundred() {
        List<SamplingUnit> units = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> new SamplingUnit("i" + i, Outcome.COUNTED, "space", 20_000, 10_000))
                .toList());
        units.add(new SamplingUnit("large", Outcome.COUNTED, "space", 300_000, 300_000));
        return Sampler.draw(Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "10%", "0%"), units);
    }

    @Test
    void without_errors_the_bound_is_the_interval_times_the_first_factor() {
        Sample sample = hundred();
        Assessment assessment = Projection.of(sample, agreeing(sample));

        assertThat(sample.design().interval()).isEqualTo(43_395);
        assertThat(projected(assessment, ErrorKind.TOO_MUCH).likely()).isEqualTo(0);
        // 43,395 × 2.995733 = 129,999.83…, rounded up: within the tolerable 130,000, as it was sized.
        assertThat(projected(assessment, ErrorKind.TOO_MUCH).upper()).isEqualTo(130_000);
        assertThat(assessment.verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(assessment.wrong()).isZero();
    }

    @Test
    void errors_are_projected_by_their_taintings_in_descending_order() {
        Sample sample = hundred();
        List<String> drawn = sample.drawn().stream()
                .filter(each -> !each.certain())
                .map(each -> each.unit().id())
                .toList();
        Map<String, Judgement> judgements = agreeing(sample);
        judgements.put(drawn.get(0), Populations.counted("space", 7_500)); // tainting 0.25
        judgements.put(drawn.get(1), Populations.notCounted()); // tainting 1
        judgements.put("large", Populations.counted("space", 299_000)); // certain: 1,000

        Assessment assessment = Projection.of(sample, judgements);

        ErrorEstimate error = error(assessment, ErrorKind.TOO_MUCH);
        assertThat(error.items()).isEqualTo(3);
        assertThat(error.found()).isEqualTo(2_500 + 10_000 + 1_000);
        // 43,395 × (0.25 + 1) + 1,000 = 55,243.75
        assertThat(requireNonNull(error.projection()).likely()).isEqualTo(55_244);
        // 43,395 × (2.995733 + (4.743865 − 2.995733) × 1 + (6.295794 − 4.743865) × 0.25) + 1,000 = 223,696.51…
        assertThat(requireNonNull(error.projection()).upper())
                .isEqualTo(new BigDecimal("43395")
                        .multiply(new BigDecimal("2.995733")
                                .add(new BigDecimal("1.748132"))
                                .add(new BigDecimal("1.551929").multiply(new BigDecimal("0.25"))))
                        .add(new BigDecimal("1000"))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
        assertThat(assessment.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(assessment.wrong()).isEqualTo(3);
    }

    @Test
    void what_counts_cannot_show_what_was_left_out() {
        Sample sample = hundred();
        Map<String, Judgement> judgements = agreeing(sample);
        judgements.put("large", Populations.notCounted());
        String drawn = sample.drawn().stream()
                .filter(each -> !each.certain())
                .findFirst()
                .orElseThrow()
                .unit()
                .id();
        judgements.put(drawn, Populations.counted("space", 20_000));

        Assessment assessment = Projection.of(sample, judgements);

        assertThat(error(assessment, ErrorKind.TOO_LITTLE))
                .isEqualTo(new ErrorEstimate(ErrorKind.TOO_LITTLE, 1, 10_000, null));
        assertThat(assessment.verdict()).isEqualTo(Verdict.EXCEEDED);
    }

    @Test
    void another_area_is_an_error_that_leaves_the_total_alone() {
        Sample sample = hundred();
        Map<String, Judgement> judgements = agreeing(sample);
        judgements.put("large", Populations.counted("aviation", 300_000));

        Assessment assessment = Projection.of(sample, judgements);

        assertThat(projected(assessment, ErrorKind.WRONG_AREA).likely()).isEqualTo(300_000);
        assertThat(projected(assessment, ErrorKind.TOO_MUCH).likely()).isEqualTo(0);
        assertThat(assessment.verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(assessment.wrong()).isEqualTo(1);
    }

    @Test
    void when_every_item_is_examined_nothing_is_left_to_chance() {
        Sample sample = Sampler.draw(
                Populations.plan(SamplingMethod.MONETARY_UNIT, Population.AMOUNT, "1", "0%"), Populations.twoHundred());
        Map<String, Judgement> judgements = agreeing(sample);
        judgements.put("1", Populations.notCounted());
        judgements.put("5", Populations.counted("space", 17));

        Assessment assessment = Projection.of(sample, judgements);

        assertThat(projected(assessment, ErrorKind.TOO_MUCH).upper()).isEqualTo(38_000);
        assertThat(projected(assessment, ErrorKind.TOO_LITTLE).upper()).isEqualTo(17);
    }

    @Test
    void a_random_sample_tells_the_rate_of_wrong_decisions() {
        Sample sample = Sampler.draw(
                Populations.plan(SamplingMethod.RANDOM, Population.AMOUNT, "5%", "0%"), Populations.twoHundred());
        Map<String, Judgement> judgements = agreeing(sample);

        assertThat(Projection.of(sample, judgements).rate())
                .isEqualTo(new RateEstimate(0, new BigDecimal("0.000000"), new BigDecimal("0.049508")));
        assertThat(Projection.of(sample, judgements).verdict()).isEqualTo(Verdict.WITHIN);

        judgements.put(
                "8",
                Populations.counted("aviation", sample.drawn().get(0).unit().counted()));
        Assessment one = Projection.of(sample, judgements);
        assertThat(requireNonNull(one.rate()).rate()).isEqualByComparingTo("0.016949");
        assertThat(one.verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void an_open_question_is_a_wrong_decision() {
        SamplingUnit review = new SamplingUnit("1", Outcome.REVIEW, "space", 100, 0);

        assertThat(Populations.counted("space", 100).agreesWith(review)).isFalse();
        assertThat(Populations.notCounted().agreesWith(review)).isFalse();
    }

    @Test
    void a_sample_with_an_item_that_was_not_examined_is_not_projected() {
        Sample sample = hundred();

        assertThatThrownBy(() -> Projection.of(sample, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no judgement about the item");
    }

    /** Draws 300 samples from a population whose errors are known, and counts how often the bound holds. */
    @ParameterizedTest
    @CsvSource({"MONETARY_UNIT,7", "MONETARY_UNIT,3", "STRATIFIED,7", "STRATIFIED,3", "RANDOM,7"})
    void the_bound_holds_at_least_as_often_as_the_confidence_says(SamplingMethod method, int everyNth) {
        List<SamplingUnit> units = Populations.twoHundred();
        Map<String, Judgement> truth = new HashMap<>();
        long tooMuch = 0;
        for (SamplingUnit unit : units) {
            // Whole and partial errors, more of them among the small items.
            boolean isWrong = unit.outcome() == Outcome.COUNTED && (unit.amount() / 1000) % everyNth == 0;
            Judgement judgement = !isWrong
                    ? Populations.agreeing(unit)
                    : unit.amount() % 2_000 == 0
                            ? Populations.notCounted()
                            : Populations.counted(requireNonNull(unit.area()), unit.counted() / 3);
            truth.put(unit.id(), judgement);
            tooMuch += ErrorKind.TOO_MUCH.of(unit, judgement);
        }
        int held = 0;
        int runs = 300;
        for (int seed = 0; seed < runs; seed++) {
            Sample sample = Sampler.draw(
                    Populations.plan(method, Population.COUNTED, "20%", "0%", String.valueOf(seed)), units);
            assertThat(sample.drawn().size()).isLessThan(sample.population().items());
            long upper =
                    projected(Projection.of(sample, truth), ErrorKind.TOO_MUCH).upper();
            held += upper >= tooMuch ? 1 : 0;
        }
        assertThat(tooMuch).isPositive();
        assertThat(held).as("of %s", runs).isGreaterThanOrEqualTo(runs * 95 / 100);
    }
}
