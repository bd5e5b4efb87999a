package org.countsas.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81/263, 15/148, 0/20 and 1/29. */
    @ParameterizedTest
    @CsvSource({"81,263,0.2553,0.3662", "15,148,0.0624,0.1605", "0,20,0.0000,0.1611", "1,29,0.0061,0.1718"})
    void ratiosHaveTheIntervalsOfThePublishedTableRoundedOutwards(long part, long whole, String low, String high) {
        Interval interval = Interval.ofRatio(part, whole).orElseThrow();

        assertThat(interval.low()).isBetween(new BigDecimal(low).subtract(unit()), new BigDecimal(low));
        assertThat(interval.high()).isBetween(new BigDecimal(high), new BigDecimal(high).add(unit()));
    }

    @Test
    void theBoundsAreExactToTheFourthDecimalRoundedOutwards() {
        // (8 + 1.920729 ± 1.959964 √(1.6 + 0.960365)) / (10 + 3.841459) = 0.490162, 0.943318
        assertThat(Interval.ofRatio(8, 10)).contains(interval("0.4901", "0.9434"));
        assertThat(Interval.ofRatio(10, 10)).contains(interval("0.7224", "1.0000"));
        assertThat(Interval.ofRatio(0, 10)).contains(interval("0.0000", "0.2776"));
        assertThat(Interval.ofRatio(0, 0)).isEmpty();
    }

    @Test
    void f1HasTheBoundsOfHitsAmongAllThatIsCountedOrShouldBe() {
        // 8 of 10: 2 × 0.490162 / 1.490162 = 0.657864, 2 × 0.943318 / 1.943318 = 0.970832
        assertThat(new Tally(8, 1, 1, 5, 8, 0, 0, 0).f1Interval()).contains(interval("0.6578", "0.9709"));
        assertThat(new Tally(0, 0, 0, 5, 0, 0, 0, 0).f1Interval()).isEmpty();
    }

    @Test
    void precisionAndRecallHaveTheirOwnBase() {
        Tally tally = new Tally(8, 0, 2, 0, 8, 0, 0, 0);

        assertThat(tally.precisionInterval()).contains(interval("0.4901", "0.9434"));
        assertThat(tally.recallInterval()).contains(interval("0.6755", "1.0000"));
        assertThat(Tally.NOTHING.precisionInterval()).isEmpty();
        assertThat(Tally.NOTHING.recallInterval()).isEmpty();
    }

    private static Interval interval(String low, String high) {
        return new Interval(new BigDecimal(low), new BigDecimal(high));
    }

    private static BigDecimal unit() {
        return new BigDecimal("0.0001");
    }
}
