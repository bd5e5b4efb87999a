package org.countsas.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The 95 % confidence interval of a ratio, by the score method (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22, 1927, pages 209 to 212). It holds for items drawn at random; for items
 * that somebody chose it only says how few there are. Unlike the interval that textbooks give first, it is not empty when all of a few
 * items are right.
 *
 * <p>Immutable and thread-safe.
 *
 * @param low  from 0 to 1, four decimals, rounded down
 * @param high from 0 to 1, four decimals, rounded up
 */
@API(status = API.Status.EXPERIMENTAL)
public record Interval(BigDecimal low, BigDecimal high) {
    private static final int DECIMALS = 4;
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");

    private static final BigDecimal Z_SQUARED = Z.multiply(Z);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The interval of a part of a whole; empty if the whole is 0. */
    static Optional<Interval> ofRatio(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(rounded(bound(part, whole, -1), bound(part, whole, 1)));
    }

    /**
     * The interval of F1. F1 is 2J / (1 + J), where J is the proportion of hits among all items that are counted or should be; it grows
     * with J, so the bounds of J give those of F1.
     */
    static Optional<Interval> ofF1(long hits, long others) {
        long whole = hits + others;
        return whole == 0
                ? Optional.empty()
                : Optional.of(rounded(f1(bound(hits, whole, -1)), f1(bound(hits, whole, 1))));
    }

    private static BigDecimal f1(BigDecimal j) {
        return TWO.multiply(j).divide(BigDecimal.ONE.add(j), PRECISION);
    }

    /** (part + z²/2 ± z √(part (whole − part) / whole + z²/4)) / (whole + z²), and exactly 0 and 1 at the ends. */
    private static BigDecimal bound(long part, long whole, int sign) {
        if (sign < 0 ? part == 0 : part == whole) {
            return sign < 0 ? BigDecimal.ZERO : BigDecimal.ONE;
        }
        BigDecimal n = BigDecimal.valueOf(whole);
        BigDecimal spread = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(whole - part))
                .divide(n, PRECISION)
                .add(Z_SQUARED.divide(BigDecimal.valueOf(4), PRECISION))
                .sqrt(PRECISION)
                .multiply(Z);
        return BigDecimal.valueOf(part)
                .add(Z_SQUARED.divide(TWO, PRECISION))
                .add(sign < 0 ? spread.negate() : spread)
                .divide(n.add(Z_SQUARED), PRECISION);
    }

    private static Interval rounded(BigDecimal low, BigDecimal high) {
        return new Interval(low.setScale(DECIMALS, RoundingMode.FLOOR), high.setScale(DECIMALS, RoundingMode.CEILING));
    }
}
