package org.countsas.audit.chance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * At most how many items of a stratified population are marked, and at most how much they hold, from how many a sample of each stratum found.
 *
 * <p><b>Method.</b> Let stratum h have N(h) items, of which n(h) were drawn and x(h) found marked. For numbers M(h) of marked items in the
 * strata, the estimate T = Σ N(h)/n(h) · X(h) of a sample has a known distribution, a sum of hypergeometric ones. The numbers M that would give
 * an estimate as small as the one found with a chance of more than 1 − confidence are those that the sample does not rule out; the bounds are the
 * largest sum of M(h) among them, and the largest sum of amounts that so many items of each stratum can have. So the true numbers are ruled
 * out with a chance of at most 1 − confidence, whatever they are and however they are spread over the strata, and both bounds hold together. With one
 * stratum it is the bound of Clopper and Pearson (1934) in a finite population (Buonaccorsi 1987); with several it is that of Wendell and
 * Schmee (1996), in which the worst allocation is found here by trying all of them.
 *
 * <p>A stratum that was examined as a whole is known, and adds what was found in it. Nothing is assumed about amounts: the items that may have
 * been missed are taken to be the largest of those not drawn, with their whole amounts.
 *
 * <p>J. P. Buonaccorsi, <i>A Note on Confidence Intervals for Proportions in Finite Populations</i>, The American Statistician 41 (1987),
 * 215–218. J. P. Wendell and J. Schmee, <i>Exact Inference for Proportions from a Stratified Finite Population</i>, Journal of the American
 * Statistical Association 91 (1996). C. J. Clopper and E. S. Pearson, <i>The Use of Confidence or Fiducial Limits Illustrated in the Case of
 * the Binomial</i>, Biometrika 26 (1934).
 *
 * <p>Not thread-safe: it remembers what it has computed.
 */
public final class StratifiedBound {
    /** How many strata may be left to chance: all allocations to them are tried. */
    public static final int MOST_STRATA = 3;
    /** Estimates are compared as whole numbers of this part of an item: which estimate is small is a choice, and any fixed one is sound. */
    private static final long SCALE = 1_000_000;
    /** Sums of logarithms are exact to far more than this; what is as near is not ruled out. */
    private static final double TOLERANCE = 1e-9;

    private final int[] populations = new int[MOST_STRATA];
    private final int[] samples = new int[MOST_STRATA];
    private final Hypergeometric[] chances = new Hypergeometric[MOST_STRATA];
    private final long[][] amounts = new long[MOST_STRATA][];
    private final long[] weights = new long[MOST_STRATA];
    private final double risk;

    /**
     * A stratum.
     *
     * @param items   how many it has
     * @param drawn   how many of them were drawn, 1 to all
     * @param undrawn amounts of those not drawn, in whole units of the currency, the largest first
     */
    public record Part(int items, int drawn, List<Long> undrawn) {
        public Part {
            undrawn = List.copyOf(undrawn);
        }
    }

    /**
     * What was not found and may still be there.
     *
     * @param items  at most so many items
     * @param amount at most so many units of the currency
     */
    public record Missed(int items, long amount) {}

    /**
     * @param parts      at most {@value #MOST_STRATA}, each with at least one item drawn and one not
     * @param confidence in per cent, 50 to 99.9999
     */
    public StratifiedBound(List<Part> parts, BigDecimal confidence) {
        if (parts.size() > MOST_STRATA) {
            throw new IllegalArgumentException("more than " + MOST_STRATA + " strata: " + parts.size());
        }
        this.risk = 1 - confidence.doubleValue() / 100 - TOLERANCE;
        for (int h = 0; h < MOST_STRATA; h++) {
            Part part = h < parts.size() ? parts.get(h) : new Part(0, 0, List.of());
            populations[h] = part.items();
            samples[h] = part.drawn();
            chances[h] = new Hypergeometric(part.items(), part.drawn());
            weights[h] = part.drawn() == 0 ? SCALE : SCALE * part.items() / part.drawn();
            amounts[h] = new long[part.undrawn().size() + 1];
            for (int i = 0; i < part.undrawn().size(); i++) {
                amounts[h][i + 1] = Math.addExact(amounts[h][i], part.undrawn().get(i));
            }
        }
    }

    /**
     * What the sample does not rule out beyond what it found.
     *
     * @param found how many marked items were found in each stratum, in the order of the strata
     */
    public Missed beyond(int... found) {
        int[] seen = Arrays.copyOf(found, MOST_STRATA);
        long estimate = 0;
        for (int h = 0; h < MOST_STRATA; h++) {
            estimate += weights[h] * seen[h];
        }
        int items = 0;
        long amount = 0;
        // The more items are marked, the less likely is a small estimate: so the last stratum can be walked along the
        // edge of what is not ruled out.
        int last = largestThird(estimate, seen);
        for (int first = 0; first <= populations[0] - samples[0]; first++) {
            if (isRuledOut(estimate, seen[0] + first, seen[1], seen[2])) {
                break;
            }
            int third = last;
            for (int second = 0; second <= populations[1] - samples[1]; second++) {
                while (third >= 0 && isRuledOut(estimate, seen[0] + first, seen[1] + second, seen[2] + third)) {
                    third--;
                }
                if (third < 0) {
                    break;
                }
                if (second == 0) {
                    last = third;
                }
                items = Math.max(items, first + second + third);
                amount = Math.max(
                        amount, Math.addExact(Math.addExact(amounts[0][first], amounts[1][second]), amounts[2][third]));
            }
        }
        return new Missed(items, amount);
    }

    /** The largest number of marked items of the last stratum that is not ruled out if no more is marked in the others than was found. */
    private int largestThird(long estimate, int... seen) {
        int low = 0;
        int high = populations[2] - samples[2];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (isRuledOut(estimate, seen[0], seen[1], seen[2] + middle)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private boolean isRuledOut(long estimate, int first, int second, int third) {
        return chance(estimate, first, second, third) <= risk;
    }

    /** The probability of an estimate that is not larger, for these numbers of marked items. */
    public double chance(long estimate, int first, int second, int third) {
        double chance = 0;
        int most = (int) Math.min(Math.min(samples[0], first), estimate / weights[0]);
        for (int i = 0; i <= most; i++) {
            double one = chances[0].exactly(i, first);
            if (one > 0) {
                chance += one * chanceOfTwo(estimate - i * weights[0], second, third);
            }
        }
        return chance;
    }

    private double chanceOfTwo(long estimate, int second, int third) {
        double chance = 0;
        int most = (int) Math.min(Math.min(samples[1], second), estimate / weights[1]);
        for (int j = 0; j <= most; j++) {
            double two = chances[1].exactly(j, second);
            if (two > 0) {
                long left = (estimate - j * weights[1]) / weights[2];
                chance += two * chances[2].atMost((int) Math.min(Integer.MAX_VALUE, left), third);
            }
        }
        return chance;
    }

    /** The estimate of these findings, in the unit of {@link #chance}. */
    public long estimate(int... found) {
        long estimate = 0;
        for (int h = 0; h < found.length; h++) {
            estimate += weights[h] * found[h];
        }
        return estimate;
    }
}
