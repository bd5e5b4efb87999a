package org.countsas.comparison.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Rounds fractions to whole numbers and keeps their sum: each is rounded down, and the missing units go, one each, to the largest
 * remainders. Of equal remainders, the first by name gets the unit.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * The rounded values, in the order of the fractions.
     *
     * @param values fractions whose sum is a whole number
     * @param names  a name for each, to decide between equal remainders
     * @throws IllegalArgumentException if the sum is not a whole number
     * @throws ArithmeticException      if a value does not fit a long
     */
    public static List<Long> round(List<Fraction> values, List<String> names) {
        Fraction sum = values.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (!sum.denominator().equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("the values sum to " + sum);
        }
        List<BigInteger> rounded =
                new ArrayList<>(values.stream().map(Fraction::floor).toList());
        int missing = sum.numerator()
                .subtract(rounded.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.<Integer, Fraction>comparing(
                                i -> values.get(i).remainder(), Fraction::compare)
                        .reversed()
                        .thenComparing(names::get))
                .limit(missing)
                .forEach(i -> rounded.set(i, rounded.get(i).add(BigInteger.ONE)));
        return rounded.stream().map(BigInteger::longValueExact).toList();
    }
}
