package org.countsas.comparison.game;

import java.math.BigInteger;
import org.apiguardian.api.API;

/**
 * An exact fraction in lowest terms. Immutable and thread-safe.
 *
 * @param numerator   of either sign
 * @param denominator more than 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Fraction(BigInteger numerator, BigInteger denominator) {
    /** Zero. */
    public static final Fraction ZERO = of(0, 1);

    /** @throws ArithmeticException if the denominator is 0 */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator 0");
        }
        BigInteger divisor = numerator.gcd(denominator).max(BigInteger.ONE);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /**
     * The fraction of two numbers.
     *
     * @throws ArithmeticException if the denominator is 0
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The exact sum. */
    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The greatest whole number that is not above the fraction. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The fraction less its {@link #floor()}: at least 0, below 1. */
    Fraction remainder() {
        return new Fraction(numerator.subtract(floor().multiply(denominator)), denominator);
    }

    int compare(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
