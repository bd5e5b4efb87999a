package org.countsas.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How often decisions and labels agree, in items and in units of the currency.
 *
 * @param hits         labelled as counting, and counted
 * @param missed       labelled as counting, but not counted
 * @param wrong labelled as not counting, but counted
 * @param left         labelled as not counting, and not counted
 * @param rightArea    hits counted in one of the areas that their labels name
 * @param hitAmount    amount of the hits
 * @param missedAmount amount of the missed
 * @param wrongAmount  amount of the wrong
 */
@API(status = API.Status.EXPERIMENTAL)
public record Tally(
        int hits, int missed, int wrong, int left, int rightArea, long hitAmount, long missedAmount, long wrongAmount) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    /** Of what is counted, the part that should be; empty if nothing is counted. */
    public Optional<BigDecimal> precision() {
        return ratio(hits, (long) hits + wrong);
    }

    /** Of what should be counted, the part that is; empty if nothing should be. */
    public Optional<BigDecimal> recall() {
        return ratio(hits, (long) hits + missed);
    }

    /** The harmonic mean of precision and recall. */
    public Optional<BigDecimal> f1() {
        return ratio(2L * hits, 2L * hits + wrong + missed);
    }

    /** The interval of {@link #precision()}; empty if nothing is counted. */
    public Optional<Interval> precisionInterval() {
        return Interval.ofRatio(hits, (long) hits + wrong);
    }

    /** The interval of {@link #recall()}; empty if nothing should be counted. */
    public Optional<Interval> recallInterval() {
        return Interval.ofRatio(hits, (long) hits + missed);
    }

    /** The interval of {@link #f1()}; empty if nothing is counted and nothing should be. */
    public Optional<Interval> f1Interval() {
        return Interval.ofF1(hits, (long) wrong + missed);
    }

    /** Of the hits, the part counted in a right area. */
    public Optional<BigDecimal> areaAccuracy() {
        return ratio(rightArea, hits);
    }

    /** {@link #precision()} weighted by amounts. */
    public Optional<BigDecimal> precisionOfAmount() {
        return ratio(hitAmount, Math.addExact(hitAmount, wrongAmount));
    }

    /** {@link #recall()} weighted by amounts. */
    public Optional<BigDecimal> recallOfAmount() {
        return ratio(hitAmount, Math.addExact(hitAmount, missedAmount));
    }

    Tally hit(long amount, boolean area) {
        return new Tally(
                hits + 1,
                missed,
                wrong,
                left,
                rightArea + (area ? 1 : 0),
                Math.addExact(hitAmount, amount),
                missedAmount,
                wrongAmount);
    }

    Tally miss(long amount) {
        return new Tally(
                hits, missed + 1, wrong, left, rightArea, hitAmount, Math.addExact(missedAmount, amount), wrongAmount);
    }

    Tally wrong(long amount) {
        return new Tally(
                hits, missed, wrong + 1, left, rightArea, hitAmount, missedAmount, Math.addExact(wrongAmount, amount));
    }

    Tally leave() {
        return new Tally(hits, missed, wrong, left + 1, rightArea, hitAmount, missedAmount, wrongAmount);
    }

    private static Optional<BigDecimal> ratio(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }
}
