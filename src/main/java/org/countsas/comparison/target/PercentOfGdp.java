package org.countsas.comparison.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/** Per cents of a gross domestic product, to four decimals, rounded half up. */
@API(status = API.Status.INTERNAL)
public final class PercentOfGdp {
    private static final int DECIMALS = 4;

    private PercentOfGdp() {}

    /** An amount in per cent of a gross domestic product. */
    public static BigDecimal of(long amount, long gdp) {
        return BigDecimal.valueOf(amount)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(gdp), DECIMALS, RoundingMode.HALF_UP);
    }

    /** The difference of two amounts in percentage points, each measured against its own gross domestic product. Rounded once, not twice. */
    public static BigDecimal points(long before, long gdpBefore, long after, long gdpAfter) {
        BigDecimal first = BigDecimal.valueOf(before).movePointRight(2).multiply(BigDecimal.valueOf(gdpAfter));
        BigDecimal second = BigDecimal.valueOf(after).movePointRight(2).multiply(BigDecimal.valueOf(gdpBefore));
        BigDecimal product = BigDecimal.valueOf(gdpBefore).multiply(BigDecimal.valueOf(gdpAfter));
        return second.subtract(first).divide(product, DECIMALS, RoundingMode.HALF_UP);
    }
}
