package org.countsas.audit.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countsas.adjudication.Outcome;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplerTest {
    private static List<Integer> ids(Sample sample, boolean certain) {
        return sample.drawn().stream()
                .filter(drawn -> drawn.certain() == certain)
                .map(drawn -> Integer.valueOf(drawn.unit().id()))
                .toList();
    }

    private static SamplingUnit whole(String id, long amount) {
        return new SamplingUnit(id, Outcome.COUNTED, "space", amount, amount);
    }

    @Test
    void a_monetary_unit_sample_is_the_one_that_another_program_drew_by_the_documented_rule() {
        // Drawn by a program in another language from the page on audit sampling alone.
        Sample sample = Sampler.draw(
                Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "5%", "1%"),
                Populations.twoHundred());

        assertThat(sample.population().items()).isEqualTo(160);
        assertThat(sample.population().bookValue()).isEqualTo(67_371_000);
        assertThat(sample.design().factor()).isEqualByComparingTo("4.620163");
        assertThat(sample.design().interval()).isEqualTo(729_097);
        assertThat(ids(sample, true))
                .containsExactly(
                        7, 22, 26, 28, 29, 38, 43, 44, 56, 62, 71, 74, 76, 79, 88, 107, 112, 121, 122, 124, 128, 143,
                        157, 172, 176, 178, 179, 191, 193);
        assertThat(ids(sample, false))
                .containsExactly(
                        1, 4, 8, 11, 13, 17, 23, 31, 32, 34, 36, 37, 41, 46, 48, 54, 58, 59, 63, 66, 68, 69, 73, 82, 83,
                        86, 89, 91, 96, 98, 102, 104, 109, 117, 118, 119, 123, 127, 129, 132, 133, 134, 136, 137, 138,
                        139, 142, 146, 152, 161, 166, 167, 173, 174, 182, 189, 196);
    }

    @Test
    void a_random_sample_is_the_one_that_another_program_drew_by_the_documented_rule() {
        Sample sample = Sampler.draw(
                Populations.plan(SamplingMethod.RANDOM, Population.AMOUNT, "5%", "0%"), Populations.twoHundred());

        assertThat(ids(sample, false))
                .containsExactly(
                        8, 11, 12, 15, 20, 21, 22, 24, 25, 30, 35, 43, 44, 45, 47, 52, 55, 57, 58, 66, 68, 71, 73, 79,
                        84, 87, 89, 97, 99, 106, 115, 116, 120, 124, 126, 128, 130, 132, 136, 137, 138, 139, 142, 149,
                        151, 153, 154, 157, 158, 159, 172, 176, 177, 180, 192, 196, 197, 198, 199);
    }

    @ParameterizedTest
    @EnumSource(value = SamplingMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "ELUSION")
    void the_order_of_the_decisions_has_no_influence(SamplingMethod method) {
        SamplingPlan plan = Populations.plan(method, Population.AMOUNT, "5%", "1%");
        List<SamplingUnit> shuffled = new ArrayList<>(Populations.twoHundred());
        Collections.shuffle(shuffled, new Random(7));

        assertThat(Sampler.draw(plan, shuffled)).isEqualTo(Sampler.draw(plan, Populations.twoHundred()));
    }

    @ParameterizedTest
    @EnumSource(value = SamplingMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "ELUSION")
    void another_seed_draws_another_sample(SamplingMethod method) {
        assertThat(Sampler.draw(Populations.plan(method, Population.AMOUNT, "5%", "1%", "1"), Populations.twoHundred())
                        .drawn())
                .isNotEqualTo(Sampler.draw(
                                Populations.plan(method, Population.AMOUNT, "5%", "1%", "01"), Populations.twoHundred())
                        .drawn());
    }

    @Test
    void an_item_of_one_interval_is_certain_and_one_of_a_unit_less_is_not() {
        // 20 % of 30,000 by 2.995733, rounded down: 2,002.
        List<SamplingUnit> units =
                new ArrayList<>(List.of(whole("large", 2_002), whole("small", 2_001), whole("rest", 997)));
        IntStream.range(0, 25).forEach(i -> units.add(whole("x" + i, 1_000)));

        Sample sample =
                Sampler.draw(Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "20%", "0%"), units);

        assertThat(sample.design().interval()).isEqualTo(2_002);
        assertThat(sample.drawn())
                .filteredOn(SampledItem::certain)
                .extracting(drawn -> drawn.unit().id())
                .containsExactly("large");
    }

    @Test
    void items_of_no_value_and_of_negative_value_are_told_and_not_drawn() {
        List<SamplingUnit> units = List.of(
                whole("1", 500),
                whole("2", 500),
                whole("3", 0),
                whole("4", -700),
                new SamplingUnit("5", Outcome.NOT_COUNTED, null, 900, 0));

        Sample counted =
                Sampler.draw(Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "50%", "0%"), units);
        Sample amount =
                Sampler.draw(Populations.plan(SamplingMethod.MONETARY_UNIT, Population.AMOUNT, "50%", "0%"), units);

        assertThat(counted.population().items()).isEqualTo(2);
        assertThat(counted.population().bookValue()).isEqualTo(1_000);
        assertThat(counted.population().zeroItems()).isEqualTo(2);
        assertThat(counted.population().negativeItems()).isEqualTo(1);
        assertThat(amount.population().items()).isEqualTo(3);
        assertThat(amount.population().bookValue()).isEqualTo(1_900);
        assertThat(amount.population().zeroItems()).isEqualTo(1);
    }

    @Test
    void strata_are_drawn_from_so_densely_that_no_item_stands_for_more_than_an_interval() {
        Sample sample = Sampler.draw(
                Populations.plan(SamplingMethod.STRATIFIED, Population.AMOUNT, "5%", "1%"), Populations.twoHundred());

        assertThat(sample.strata()).hasSizeGreaterThan(3);
        assertThat(sample.strata().stream().mapToInt(Stratum::items).sum()).isEqualTo(200);
        assertThat(sample.strata().stream().mapToInt(Stratum::drawn).sum())
                .isEqualTo(sample.drawn().size());
        assertThat(sample.drawn())
                .filteredOn(drawn -> !drawn.certain())
                .isNotEmpty()
                .allSatisfy(
                        drawn -> assertThat(drawn.weight().times(drawn.unit().amount()))
                                .isLessThanOrEqualTo(java.math.BigDecimal.valueOf(
                                        sample.design().interval())));
    }

    @Test
    void strata_can_be_told_apart_by_outcome_area_and_amount() {
        SamplingPlan plan = Populations.plan(SamplingMethod.STRATIFIED, Population.AMOUNT, "20%", "0%");
        SamplingPlan threefold = new SamplingPlan(
                plan.method(),
                plan.population(),
                plan.confidence(),
                plan.tolerable(),
                plan.expected(),
                plan.seed(),
                List.of(StratifyBy.AMOUNT, StratifyBy.AREA, StratifyBy.OUTCOME));

        Sample sample = Sampler.draw(threefold, Populations.twoHundred());

        assertThat(sample.strata().stream()
                        .map(stratum -> stratum.name().replaceFirst(" / [A-K]: below .*", ""))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("COUNTED / space", "COUNTED / aviation", "NOT_COUNTED / -");
    }

    @Test
    void a_tolerable_error_of_less_than_a_unit_makes_every_item_certain() {
        Sample sample = Sampler.draw(
                Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "1", "0%"),
                Populations.twoHundred());

        assertThat(sample.design().interval()).isEqualTo(1);
        assertThat(ids(sample, true)).hasSize(160);
    }

    @Test
    void a_plan_that_cannot_succeed_is_refused() {
        assertThatThrownBy(() -> Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "1%", "1%"))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "W001: The expected error 1% is not less than the tolerable error 1%. A sample can only show that there is less error than is tolerable.");
        assertThatThrownBy(() -> Sampler.draw(
                        Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "1%", "900000"),
                        Populations.twoHundred()))
                .hasMessageContaining(
                        "In a population of 67371000 an error of 673710.00 is tolerable and one of 900000 expected");
        assertThatThrownBy(() -> Sampler.draw(
                        Populations.plan(SamplingMethod.STRATIFIED, Population.COUNTED, "1%", "0.900001%"),
                        Populations.twoHundred()))
                .hasMessageContaining("Expect at most nine tenths of what is tolerable");
        assertThat(Sampler.draw(
                                Populations.plan(SamplingMethod.STRATIFIED, Population.COUNTED, "10%", "9%"),
                                Populations.twoHundred())
                        .design()
                        .factor())
                .isPositive();
        assertThatThrownBy(() -> Populations.plan(SamplingMethod.RANDOM, Population.COUNTED, "1000", "0%"))
                .hasMessageContaining("how many decisions are wrong");
        assertThatThrownBy(() -> Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "1%", "0%", "-1"))
                .hasMessageContaining("'-1' is not a seed");
        assertThatThrownBy(() -> Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "0%", "0%"))
                .hasMessageContaining("No error at all is tolerable");
        assertThatThrownBy(() -> Sampler.draw(
                        Populations.plan(SamplingMethod.RANDOM, Population.COUNTED, "1%", "0%"), List.of()))
                .hasMessageContaining("There is nothing to draw from");
    }

    @Test
    void limits_are_exact_decimals() {
        assertThat(ErrorLimit.parse("0.2%")).map(ErrorLimit::toString).contains("0.2%");
        assertThat(ErrorLimit.parse("50000000000")).map(ErrorLimit::toString).contains("50000000000");
        assertThat(List.of("", "x", "-1%", "1e3", "101%", "0.5", "1%%", "１%"))
                .allSatisfy(text -> assertThat(ErrorLimit.parse(text)).isEmpty());
    }
}
