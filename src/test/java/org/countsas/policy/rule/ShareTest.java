package org.countsas.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({
        "100, 10000, 10000, 10000, 100 %",
        "0, 0, 0, 0, 0 %",
        "5/7/21, 500, 700, 2100, 5/7/21 %",
        "5/7.5/21, 500, 750, 2100, 5/7.5/21 %",
        "0.01, 1, 1, 1, 0.01 %",
        "0/0/100, 0, 0, 10000, 0/0/100 %",
        "99.99, 9999, 9999, 9999, 99.99 %",
        "007.10, 710, 710, 710, 7.1 %",
        "' 5 / 7 / 21 ', 500, 700, 2100, 5/7/21 %",
    })
    void a_share_is_one_per_cent_or_three(String text, int low, int central, int high, String shown) {
        Share share = new Share(low, central, high);
        assertThat(Share.parse(text)).contains(share);
        assertThat(share).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "100.01",
                "101",
                "1000",
                "-1",
                "+5",
                "5%",
                "5 %",
                "5/7",
                "5/7/21/30",
                "5//21",
                "/",
                "21/7/5",
                "5/4/21",
                "7/7/5",
                "1.234",
                "1,5",
                ".5",
                "5.",
                "1e2",
                "５",
                "٣",
                "NaN",
                "five"
            })
    void anything_else_is_no_share(String text) {
        assertThat(Share.parse(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0", "0,0,10001", "1,0,1", "0,2,1"})
    void a_share_lies_between_nothing_and_all_and_its_parts_in_their_order(int low, int central, int high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(low, central, high))
                .withMessage("not 0 <= low <= central <= high <= 10000: " + low + "/" + central + "/" + high);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4999, 0",
        "1, 5000, 1",
        "1, 5001, 1",
        "3, 5000, 2",
        "999, 50, 5",
        "100, 50, 1",
        "99, 50, 0",
        "-1, 4999, 0",
        "-1, 5000, -1",
        "-3, 5000, -2",
        "0, 10000, 0",
        "9223372036854775807, 10000, 9223372036854775807",
        "-9223372036854775808, 10000, -9223372036854775808",
        "9223372036854775807, 5000, 4611686018427387904",
        "9223372036854775807, 1, 922337203685478",
        "-9223372036854775808, 5000, -4611686018427387904",
        "121000000000000, 733, 8869300000000",
    })
    void a_part_is_rounded_half_up_to_the_unit_and_exact_for_any_amount(long amount, int points, long part) {
        Share share = new Share(points, points, points);
        assertThat(List.of(share.lowOf(amount), share.centralOf(amount), share.highOf(amount)))
                .containsOnly(part);
    }

    @Test
    void shares_are_ordered_by_central_then_low_then_high() {
        assertThat(List.of(
                                new Share(0, 700, 2100),
                                Share.WHOLE,
                                new Share(500, 700, 900),
                                Share.NOTHING,
                                new Share(500, 700, 2100))
                        .stream()
                        .sorted())
                .containsExactly(
                        Share.NOTHING,
                        new Share(0, 700, 2100),
                        new Share(500, 700, 900),
                        new Share(500, 700, 2100),
                        Share.WHOLE);
    }

    @Property
    void what_is_shown_is_read_as_the_same(@ForAll("shares") Share share) {
        assertThat(Share.parse(share.toString().replace(" %", ""))).contains(share);
    }

    @Property
    void parts_keep_their_order_and_stay_within_the_amount(
            @ForAll("shares") Share share, @ForAll @LongRange(min = 0) long amount) {
        assertThat(share.lowOf(amount)).isBetween(0L, share.centralOf(amount));
        assertThat(share.highOf(amount)).isBetween(share.centralOf(amount), amount);
    }

    @Property
    void a_part_is_the_exact_product_rounded_once(@ForAll @IntRange(max = 10_000) int points, @ForAll long amount) {
        BigDecimal exact = BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(points, 4));
        assertThat(new Share(points, points, points).centralOf(amount))
                .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    @Property
    void the_parts_of_an_amount_and_of_its_negative_are_opposite(
            @ForAll("shares") Share share, @ForAll @LongRange(min = -Long.MAX_VALUE) long amount) {
        assertThat(share.centralOf(-amount)).isEqualTo(-share.centralOf(amount));
    }

    @Provide
    static Arbitrary<Share> shares() {
        return Arbitraries.integers()
                .between(0, 10_000)
                .list()
                .ofSize(3)
                .map(points -> points.stream().sorted().toList())
                .map(points -> new Share(points.get(0), points.get(1), points.get(2)));
    }
}
