package org.countsas.audit.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.countsas.audit.chance.StratifiedBound.Missed;
import org.countsas.audit.chance.StratifiedBound.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against what its authors published, against exact fractions, and against every population there can be. */
class StratifiedBoundTest {
    private static final BigDecimal CONFIDENCE = new BigDecimal("95");

    /** A stratum whose items are all of one unit. */
    private static Part part(int items, int drawn) {
        return new Part(items, drawn, Collections.nCopies(items - drawn, 1L));
    }

    @Test
    void the_example_that_wendell_and_schmee_published_gives_their_figures() {
        // Samples of 75, 50 and 25 from strata of 500, 300 and 200, in which 2, 1 and 0 errors were found. For 50
        // errors in all, the largest
        // p-value is 0.02767569, at 28, 21 and 1; the two-sided interval at 95 % ends at 50.
        StratifiedBound bound =
                new StratifiedBound(List.of(part(500, 75), part(300, 50), part(200, 25)), new BigDecimal("97.5"));

        assertThat(bound.chance(bound.estimate(2, 1, 0), 28, 21, 1)).isCloseTo(0.02767569, within(5e-9));
        assertThat(bound.beyond(2, 1, 0)).isEqualTo(new Missed(47, 47));
    }

    @ParameterizedTest
    @CsvSource({"40,10,0", "40,10,1", "40,10,4", "200,59,0", "200,59,3", "7,1,0", "7,1,1", "1000,300,2"})
    void of_one_stratum_it_is_the_largest_number_that_exact_fractions_do_not_rule_out(int items, int drawn, int found) {
        int largest = IntStream.rangeClosed(found, items - drawn + found)
                .filter(marked -> isAbove5Percent(items, drawn, found, marked))
                .max()
                .orElseThrow();

        assertThat(new StratifiedBound(List.of(part(items, drawn)), CONFIDENCE).beyond(found))
                .isEqualTo(new Missed(largest - found, largest - found));
    }

    /** Whether a sample finds at most so many with a chance of more than 5 %, in whole numbers. */
    private static boolean isAbove5Percent(int items, int drawn, int found, int marked) {
        BigInteger favourable = IntStream.rangeClosed(0, found)
                .mapToObj(i -> choose(marked, i).multiply(choose(items - marked, drawn - i)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return favourable.multiply(BigInteger.valueOf(20)).compareTo(choose(items, drawn)) > 0;
    }

    private static BigInteger choose(int from, int of) {
        if (of < 0 || of > from) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= of; i++) {
            ways = ways.multiply(BigInteger.valueOf(from - of + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }

    @Test
    void in_a_large_population_it_is_the_bound_of_clopper_and_pearson() {
        BigDecimal rate = new Statistics(CONFIDENCE).upperRate(2, 200);

        int beyond = new StratifiedBound(List.of(part(1_000_000, 200)), CONFIDENCE)
                .beyond(2)
                .items();

        assertThat((beyond + 2) / 1e6).isCloseTo(rate.doubleValue(), within(2e-5));
        assertThat((beyond + 2) / 1e6).isLessThanOrEqualTo(rate.doubleValue());
    }

    @Test
    void whatever_the_population_the_true_numbers_are_within_both_bounds_as_often_as_the_confidence_says() {
        // Three strata of 6, 8 and 10 items, of which 4, 3 and 2 are drawn; amounts fall within each. What is missed is
        // worst if it is largest.
        int[] items = {6, 8, 10};
        int[] drawn = {4, 3, 2};
        StratifiedBound bound = new StratifiedBound(
                IntStream.range(0, 3)
                        .mapToObj(h -> new Part(
                                items[h],
                                drawn[h],
                                IntStream.rangeClosed(1, items[h] - drawn[h])
                                        .mapToObj(i -> amount(h, i))
                                        .toList()))
                        .toList(),
                CONFIDENCE);
        Missed[][][] beyond = new Missed[drawn[0] + 1][drawn[1] + 1][drawn[2] + 1];
        double worst = 1;
        for (int i = 0; i <= items[0]; i++) {
            for (int j = 0; j <= items[1]; j++) {
                for (int k = 0; k <= items[2]; k++) {
                    worst = Math.min(worst, covered(bound, beyond, items, drawn, new int[] {i, j, k}));
                }
            }
        }

        assertThat(worst).isBetween(0.95, 0.97);
    }

    private static double covered(StratifiedBound bound, Missed[][][] beyond, int[] items, int[] drawn, int[] marked) {
        Hypergeometric[] chances = IntStream.range(0, 3)
                .mapToObj(h -> new Hypergeometric(items[h], drawn[h]))
                .toArray(Hypergeometric[]::new);
        double covered = 0;
        for (int x = 0; x <= drawn[0]; x++) {
            for (int y = 0; y <= drawn[1]; y++) {
                for (int z = 0; z <= drawn[2]; z++) {
                    double chance = chances[0].exactly(x, marked[0])
                            * chances[1].exactly(y, marked[1])
                            * chances[2].exactly(z, marked[2]);
                    if (chance > 0) {
                        if (beyond[x][y][z] == null) {
                            beyond[x][y][z] = bound.beyond(x, y, z);
                        }
                        int missed = marked[0] + marked[1] + marked[2] - x - y - z;
                        long amount = largest(0, marked[0] - x) + largest(1, marked[1] - y) + largest(2, marked[2] - z);
                        covered += missed <= beyond[x][y][z].items() && amount <= beyond[x][y][z].amount() ? chance : 0;
                    }
                }
            }
        }
        return covered;
    }

    private static long amount(int stratum, int place) {
        return 100L * (stratum + 1) / place;
    }

    private static long largest(int stratum, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToLong(i -> amount(stratum, i))
                .sum();
    }

    @Test
    void the_amount_is_that_of_the_largest_items_that_may_be_left() {
        // Of 10 items 5 were drawn and none is marked: 3 marked ones would all escape with 1/12, 4 with 1/42.
        Part part = new Part(10, 5, List.of(900L, 50L, 7L, 3L, 1L));

        assertThat(new StratifiedBound(List.of(part), CONFIDENCE).beyond(0)).isEqualTo(new Missed(3, 957));
    }

    @Test
    void without_a_stratum_that_is_left_to_chance_nothing_is_left() {
        assertThat(new StratifiedBound(List.of(), CONFIDENCE).beyond()).isEqualTo(new Missed(0, 0));
    }

    @Test
    void more_strata_than_can_be_tried_are_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> new StratifiedBound(Collections.nCopies(4, part(3, 1)), CONFIDENCE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
