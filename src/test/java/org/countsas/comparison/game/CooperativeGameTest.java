package org.countsas.comparison.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Cooperative games, held against what their definitions say. */
class CooperativeGameTest {

    /** Values of all coalitions of up to six players. */
    @Provide
    static Arbitrary<long[]> games() {
        return Arbitraries.integers()
                .between(0, 6)
                .flatMap(players -> Arbitraries.longs()
                        .between(-1_000_000_000_000_000L, 1_000_000_000_000_000L)
                        .array(long[].class)
                        .ofSize(1 << players));
    }

    private static CooperativeGame of(long[] values, long apart) {
        Map<Integer, Long> dividends = new HashMap<>();
        long[] transformed = CooperativeGame.dividends(values);
        IntStream.range(0, values.length).forEach(set -> dividends.put(set, transformed[set]));
        return CooperativeGame.ofDividends(Integer.numberOfTrailingZeros(values.length), dividends, apart);
    }

    @Property
    void the_transform_of_the_dividends_gives_the_values_back(
            @ForAll("games") long[] values, @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long apart) {
        CooperativeGame game = of(values, apart);
        long[] expected = values.clone();
        expected[0] += apart;

        assertThat(game.values()).isEqualTo(expected);
        assertThat(IntStream.range(0, values.length).mapToLong(game::value).toArray())
                .isEqualTo(expected);
        assertThat(CooperativeGame.ofValues(values).values()).isEqualTo(values);
    }

    @Property
    void the_shapley_value_is_the_mean_over_all_orders(
            @ForAll("games") long[] values, @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long apart) {
        CooperativeGame game = of(values, apart);
        int players = game.players();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, players).boxed().toList());
        BigInteger[] sums = new BigInteger[players];
        java.util.Arrays.fill(sums, BigInteger.ZERO);
        long orders = permute(order, 0, game, sums);

        List<Fraction> expected = IntStream.range(0, players)
                .mapToObj(player -> new Fraction(sums[player], BigInteger.valueOf(orders)))
                .toList();
        assertThat(game.shapley()).isEqualTo(expected);
    }

    private static long permute(List<Integer> order, int from, CooperativeGame game, BigInteger[] sums) {
        if (from == order.size()) {
            int set = 0;
            for (int player : order) {
                sums[player] = sums[player].add(BigInteger.valueOf(game.value(set | 1 << player) - game.value(set)));
                set |= 1 << player;
            }
            return 1;
        }
        long orders = 0;
        for (int i = from; i < order.size(); i++) {
            Collections.swap(order, from, i);
            orders += permute(order, from + 1, game, sums);
            Collections.swap(order, from, i);
        }
        return orders;
    }

    @Property
    void rounded_values_sum_to_the_change_and_none_is_a_whole_unit_off(@ForAll("games") long[] values) {
        CooperativeGame game = CooperativeGame.ofValues(values);
        List<Fraction> exact = game.shapley();
        List<Long> rounded = LargestRemainder.round(
                exact, IntStream.range(0, exact.size()).mapToObj(i -> "p" + i).toList());

        assertThat(rounded.stream().mapToLong(Long::longValue).sum()).isEqualTo(values[values.length - 1] - values[0]);
        for (int i = 0; i < exact.size(); i++) {
            assertThat(BigInteger.valueOf(rounded.get(i)).subtract(exact.get(i).floor()))
                    .isIn(BigInteger.ZERO, BigInteger.ONE);
        }
    }

    @Example
    void of_equal_remainders_the_first_by_name_is_rounded_up() {
        List<Fraction> thirds = List.of(Fraction.of(4, 3), Fraction.of(4, 3), Fraction.of(4, 3));

        assertThat(LargestRemainder.round(thirds, List.of("c", "a", "b"))).containsExactly(1L, 2L, 1L);
        assertThat(LargestRemainder.round(List.of(Fraction.of(-1, 2), Fraction.of(-1, 2)), List.of("b", "a")))
                .containsExactly(-1L, 0L);
        assertThat(LargestRemainder.round(List.of(Fraction.of(1, 4), Fraction.of(3, 4)), List.of("a", "b")))
                .containsExactly(0L, 1L);
        assertThatThrownBy(() -> LargestRemainder.round(List.of(Fraction.of(1, 2)), List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Two policies that count the same 100 at 100 % and at 40 %, the first before the second: together they are worth the larger. */
    @Example
    void an_overlap_is_split_between_those_who_share_it() {
        CooperativeGame game = CooperativeGame.ofValues(new long[] {0, 100, 40, 100});

        assertThat(game.alone(0)).isEqualTo(100);
        assertThat(game.last(0)).isEqualTo(60);
        assertThat(game.alone(1)).isEqualTo(40);
        assertThat(game.last(1)).isZero();
        assertThat(game.overlap(0, 1)).isEqualTo(40);
        assertThat(game.overlap(0, 0)).isZero();
        assertThat(game.shapley()).containsExactly(Fraction.of(80, 1), Fraction.of(20, 1));
    }

    @Example
    void a_sum_that_does_not_fit_is_refused_and_not_wrapped_around() {
        CooperativeGame game = CooperativeGame.ofDividends(2, Map.of(1, Long.MAX_VALUE, 2, 1L), 0);

        assertThatThrownBy(game::values).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> game.value(3)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> CooperativeGame.ofDividends(21, Map.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void a_fraction_is_in_lowest_terms(
            @ForAll @IntRange(min = -1000, max = 1000) int numerator,
            @ForAll @IntRange(min = 1, max = 1000) int denominator) {
        Fraction fraction = Fraction.of(numerator, denominator);

        assertThat(fraction)
                .isEqualTo(Fraction.of(-3L * numerator, -3L * denominator))
                .isEqualTo(Fraction.of(2L * numerator, 2L * denominator));
        assertThat(fraction.floor()).isEqualTo(BigInteger.valueOf(Math.floorDiv(numerator, denominator)));
        assertThat(fraction.plus(Fraction.of(1, 7)).plus(Fraction.of(-1, 7))).isEqualTo(fraction);
    }
}
