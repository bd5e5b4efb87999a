package org.countsas.audit.sampling;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/**
 * The factor by which the error of a drawn item is multiplied to stand for the items not drawn. It is a fraction, so that nothing is
 * rounded before the end.
 *
 * @param numerator   positive
 * @param denominator positive, at most the numerator
 */
@API(status = API.Status.EXPERIMENTAL)
public record Weight(long numerator, long denominator) {
    /** The weight of an item that stands only for itself. */
    public static final Weight ONE = new Weight(1, 1);

    private static final MathContext PRECISION = new MathContext(40, RoundingMode.CEILING);

    /** The error times the weight: exact if it has a finite number of digits, otherwise rounded up to forty digits. */
    BigDecimal times(long error) {
        return BigDecimal.valueOf(error)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), PRECISION);
    }
}
