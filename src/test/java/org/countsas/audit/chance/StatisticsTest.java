package org.countsas.audit.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against the tables that auditors have on paper. */
class StatisticsTest {
    private static Statistics at(String confidence) {
        return new Statistics(new BigDecimal(confidence));
    }

    private static BigDecimal twoDecimals(BigDecimal factor) {
        return factor.setScale(2, RoundingMode.CEILING);
    }

    @Test
    void confidence_factors_are_those_of_the_printed_table() {
        assertThat(IntStream.range(0, 6)
                        .mapToObj(at("95")::factor)
                        .map(StatisticsTest::twoDecimals)
                        .map(BigDecimal::toPlainString))
                .containsExactly("3.00", "4.75", "6.30", "7.76", "9.16", "10.52");
        assertThat(IntStream.range(0, 5)
                        .mapToObj(at("90")::factor)
                        .map(StatisticsTest::twoDecimals)
                        .map(BigDecimal::toPlainString))
                .containsExactly("2.31", "3.89", "5.33", "6.69", "8.00");
    }

    @Test
    void a_factor_is_rounded_up_in_the_sixth_decimal() {
        // Quantiles of the gamma distribution: 2.99573227…, which is −ln 0.05, and 4.74386451…
        assertThat(at("95").factor(0)).isEqualByComparingTo("2.995733");
        assertThat(at("95").factor(1)).isEqualByComparingTo("4.743865");
    }

    @ParameterizedTest
    @CsvSource({
        "0,3.00",
        "0.05,3.31",
        "0.10,3.68",
        "0.15,4.11",
        "0.20,4.63",
        "0.25,5.24",
        "0.30,6.00",
        "0.35,6.92",
        "0.40,8.09",
        "0.45,9.59",
        "0.50,11.54"
    })
    void planning_factors_are_those_of_the_printed_table(BigDecimal ratio, BigDecimal printed) {
        assertThat(twoDecimals(at("95").planningFactor(ratio))).isEqualByComparingTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "95,0,0.05,60",
        "95,0,0.01,300",
        "95,0.1,0.05,74",
        "95,0.2,0.05,93",
        "95,0.2,0.01,463",
        "95,0.3,0.05,120",
        "95,0.4,0.05,162",
        "95,0.5,0.005,2308",
        "90,0,0.01,231",
        "90,0.2,0.05,69",
        "90,0.5,0.02,400",
        "75,0.5,0.03,127"
    })
    void sample_sizes_of_monetary_units_are_those_of_the_printed_table(
            String confidence, BigDecimal ratio, BigDecimal tolerable, int printed) {
        assertThat(at(confidence).planningFactor(ratio).divide(tolerable, 0, RoundingMode.CEILING))
                .isEqualByComparingTo(BigDecimal.valueOf(printed));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05,0,59", "0.05,0.0025,93", "0.05,0.01,93", "0.05,0.015,124", "0.05,0.02,181", "0.05,0.025,234",
        "0.02,0,149", "0.02,0.0025,236", "0.02,0.005,313", "0.02,0.0075,386", "0.02,0.01,590", "0.10,0,29"
    })
    void sample_sizes_for_rates_are_those_of_the_printed_table(BigDecimal tolerable, BigDecimal expected, int printed) {
        assertThat(at("95").attributesSize(tolerable, expected, 1_000_000)).isEqualTo(printed);
    }

    @Test
    void no_sample_is_larger_than_its_population() {
        assertThat(at("95").attributesSize(new BigDecimal("0.05"), BigDecimal.ZERO, 40))
                .isEqualTo(40);
    }

    @Test
    void the_bound_of_a_rate_is_exact_where_it_can_be_computed_by_hand() {
        // No error in n: 1 − 0.05^(1/n).
        assertThat(at("95").upperRate(0, 59))
                .isEqualByComparingTo(new BigDecimal(1 - Math.pow(0.05, 1 / 59.0)).setScale(6, RoundingMode.CEILING));
        assertThat(at("95").upperRate(1, 1)).isEqualByComparingTo(BigDecimal.ONE);
        // Clopper and Pearson, one-sided, 1 of 93: just below the 5 % that a sample of 93 was sized for.
        assertThat(at("95").upperRate(1, 93)).isBetween(new BigDecimal("0.0495"), new BigDecimal("0.05"));
    }
}
