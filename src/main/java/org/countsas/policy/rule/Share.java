package org.countsas.policy.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The part of an amount that counts, with its uncertainty, in basis points (1/100 of a per cent).
 *
 * @param low     lower bound, 0 to 10,000
 * @param central the value that totals use, low to high
 * @param high    upper bound, 0 to 10,000
 */
@API(status = API.Status.EXPERIMENTAL)
public record Share(int low, int central, int high) implements Comparable<Share> {
    /** All of the amount. */
    public static final Share WHOLE = new Share(10_000, 10_000, 10_000);

    /** Nothing. */
    public static final Share NOTHING = new Share(0, 0, 0);

    private static final BigInteger WHOLE_POINTS = BigInteger.valueOf(10_000);

    /** @throws IllegalArgumentException unless 0 ≤ low ≤ central ≤ high ≤ 10,000 */
    public Share {
        if (low < 0 || low > central || central > high || high > 10_000) {
            throw new IllegalArgumentException(
                    "not 0 <= low <= central <= high <= 10000: " + low + "/" + central + "/" + high);
        }
    }

    /** Reads percentages, {@code "100"} or {@code "5/7.5/21"}, with at most two decimals; empty if the text is not a share. */
    public static Optional<Share> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 1 && parts.length != 3) {
            return Optional.empty();
        }
        try {
            int[] points = new int[3];
            for (int i = 0; i < 3; i++) {
                String part = parts[parts.length == 1 ? 0 : i].strip();
                if (!part.matches("\\d{1,3}(\\.\\d{1,2})?")) {
                    return Optional.empty();
                }
                points[i] = new BigDecimal(part).movePointRight(2).intValueExact();
            }
            return Optional.of(new Share(points[0], points[1], points[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The lower bound of an amount: amount × low, rounded half up to the unit. */
    public long lowOf(long amount) {
        return part(amount, low);
    }

    /** The central value of an amount: amount × central, rounded half up to the unit. */
    public long centralOf(long amount) {
        return part(amount, central);
    }

    /** The upper bound of an amount: amount × high, rounded half up to the unit. */
    public long highOf(long amount) {
        return part(amount, high);
    }

    private static long part(long amount, int points) {
        BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(points));
        return new BigDecimal(product)
                .divide(new BigDecimal(WHOLE_POINTS), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** By central value, then low, then high. */
    @Override
    public int compareTo(Share other) {
        int order = Integer.compare(central, other.central);
        order = order != 0 ? order : Integer.compare(low, other.low);
        return order != 0 ? order : Integer.compare(high, other.high);
    }

    /** Percentages: {@code "100 %"} or {@code "5/7.5/21 %"}. */
    @Override
    public String toString() {
        String text = low == high ? percent(central) : percent(low) + "/" + percent(central) + "/" + percent(high);
        return text + " %";
    }

    private static String percent(int points) {
        return BigDecimal.valueOf(points, 2).stripTrailingZeros().toPlainString();
    }
}
