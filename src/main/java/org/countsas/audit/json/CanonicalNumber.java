package org.countsas.audit.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A double as ECMAScript writes it (ECMA-262, Number::toString; RFC 8785, section 3.2.2.3): the fewest digits that name this double
 * and no other and, of these, the nearest. {@link Double#toString} does not help: it differs between releases of Java and always writes
 * at least two digits. No amount in this library is a double; this class makes the scheme complete.
 */
final class CanonicalNumber {
    private static final int MOST_DIGITS = 17;

    private CanonicalNumber() {}

    static String of(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("a number that is not finite");
        }
        if (number == 0) {
            return "0"; // also for negative zero
        }
        return (number < 0 ? "-" : "") + positive(Math.abs(number));
    }

    private static String positive(double number) {
        BigDecimal shortest = shortest(number);
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale(); // position of the decimal point, from the first digit
        if (digits.length() <= point && point <= 21) {
            return digits + "0".repeat(point - digits.length());
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            // At powers of two, the interval of decimals that name a double is not symmetric: the nearer one may lie
            // outside.
            BigDecimal nearer = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            BigDecimal farther = exact.round(
                    new MathContext(digits, nearer.compareTo(exact) > 0 ? RoundingMode.DOWN : RoundingMode.UP));
            for (BigDecimal candidate : new BigDecimal[] {nearer, farther}) {
                if (candidate.doubleValue() == number) {
                    return candidate.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
