package org.countsas.workbench.page;

import java.math.BigDecimal;
import org.countsas.adjudication.Counted;
import org.countsas.output.Language;

/**
 * Amounts as pages show them. Immutable and thread-safe.
 *
 * @param language the language
 * @param currency ISO 4217
 */
public record Money(Language language, String currency) {
    private static final int WIDTH = 1000;

    /** With its unit. */
    public String amount(long amount) {
        return language.amount(amount, currency);
    }

    /** For a column whose heading states the unit. */
    public String digits(long amount) {
        return language.digits(amount, currency);
    }

    /** To the last unit. */
    public String exact(long amount) {
        return language.exact(amount, currency);
    }

    /** The unit of {@link #digits}. */
    public String unit() {
        return language.unit(currency);
    }

    /** A bar of three values, in thousandths of the longest. */
    public static Bar bar(Counted counted, long longest) {
        return new Bar(part(counted.low(), longest), part(counted.central(), longest), part(counted.high(), longest));
    }

    /** A bar of one value. */
    public static Bar bar(long value, long longest) {
        int part = part(value, longest);
        return new Bar(part, part, part);
    }

    static int part(long value, long longest) {
        return longest <= 0 || value <= 0
                ? 0
                : BigDecimal.valueOf(value)
                        .multiply(BigDecimal.valueOf(WIDTH))
                        .divideToIntegralValue(BigDecimal.valueOf(longest))
                        .min(BigDecimal.valueOf(WIDTH))
                        .intValue();
    }

    /**
     * A bar, in thousandths of its frame.
     *
     * @param low     where the band begins
     * @param central how long the bar is
     * @param high    where the band ends
     */
    public record Bar(int low, int central, int high) {
        /** How wide the band is. */
        public int band() {
            return high - low;
        }
    }
}
