package org.countsas.audit.chance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The figures that auditors look up in tables, at one confidence. They are rounded up to six decimals, on the safe side and far more
 * precise than the two or three decimals of the printed tables, so that every machine computes the same figures.
 *
 * <p>Immutable and thread-safe.
 */
public final class Statistics {
    private static final int DECIMALS = 6;
    private static final int BISECTIONS = 100;

    private final double confidence;

    /** @param percent 50 to 99.9999 */
    public Statistics(BigDecimal percent) {
        this.confidence = percent.doubleValue() / 100;
    }

    /**
     * The confidence factor for a number of errors: the upper confidence limit of a Poisson mean when so many events were seen, which
     * is the quantile of the gamma distribution of shape errors + 1 and scale 1. At 95 %: 3.00, 4.75, 6.30 for 0, 1, 2.
     */
    public BigDecimal factor(int errors) {
        return up(gamma(errors + 1.0));
    }

    /**
     * The planning factor: the F for which F = factor(ratio × F), so that a sample that has the expected error still shows that the error is
     * tolerable. As in the tables of the AICPA Audit Guide.
     *
     * @param ratio expected error divided by tolerable error, 0 to 0.9
     */
    public BigDecimal planningFactor(BigDecimal ratio) {
        double expected = ratio.doubleValue();
        double low = gamma(1);
        double high = low;
        while (gamma(1 + expected * high) > high) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (gamma(1 + expected * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return up(high);
    }

    /**
     * The smallest number of items that shows a rate of errors below the tolerable one although the expected one is found; at most the
     * whole population. By the binomial distribution, as in the tables of the AICPA Audit Guide for attributes sampling; a sample without
     * replacement is slightly more certain than that.
     *
     * @param tolerable rate, above 0 and at most 1
     * @param expected  rate, below the tolerable one
     */
    public int attributesSize(BigDecimal tolerable, BigDecimal expected, int population) {
        for (int size = 1; size < population; size++) {
            int errors = expected.multiply(BigDecimal.valueOf(size))
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact();
            if (errors < size
                    && BinomialDistribution.of(size, tolerable.doubleValue()).cumulativeProbability(errors)
                            <= 1 - confidence) {
                return size;
            }
        }
        return population;
    }

    /** The one-sided upper confidence limit of a rate (Clopper and Pearson), from the number of errors among a number of items. */
    public BigDecimal upperRate(int errors, int size) {
        return errors >= size
                ? BigDecimal.ONE
                : up(BetaDistribution.of(errors + 1.0, size - errors).inverseCumulativeProbability(confidence));
    }

    private double gamma(double shape) {
        return GammaDistribution.of(shape, 1).inverseCumulativeProbability(confidence);
    }

    private static BigDecimal up(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.CEILING);
    }
}
