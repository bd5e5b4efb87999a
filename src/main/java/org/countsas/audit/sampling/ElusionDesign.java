package org.countsas.audit.sampling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countsas.audit.chance.StratifiedBound;

/**
 * How many items of which rank are drawn for an elusion sample: as few as show, if no more is found than is expected, that no more was missed
 * than is tolerable.
 *
 * <p>Every item of a large amount is examined, if the tolerable error is an amount. Of the others, {@value #TIMES_FIRST} times as many in
 * proportion are drawn of the first rank and {@value #TIMES_SECOND} times as many of the second, where there are so many. The sizes and the
 * amount that is large are found by trying: the amount among the tolerable one, its half, its quarter and so on; the sizes by bisection.
 */
final class ElusionDesign {
    private static final int TIMES_FIRST = 16;
    private static final int TIMES_SECOND = 2;
    private static final int[] TIMES = {TIMES_FIRST, TIMES_SECOND, 1};
    private static final int HALVINGS = 24;
    private static final BigDecimal MOST_EXPECTED = new BigDecimal("0.9");

    private final SamplingPlan plan;
    private final List<List<Long>> amounts;

    /**
     * The sizes of a sample.
     *
     * @param large items of at least this amount are all examined, in whole units of the currency; {@link Long#MAX_VALUE} if none is
     * @param sizes how many of the others are drawn of each rank
     */
    record Sizes(long large, List<Integer> sizes) {
        Sizes {
            sizes = List.copyOf(sizes);
        }

        int all() {
            return sizes.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** @param amounts amounts of the items of each rank, in whole units of the currency, all positive */
    ElusionDesign(SamplingPlan plan, List<List<Long>> amounts) {
        this.plan = plan;
        this.amounts = amounts;
    }

    /** @throws org.countsas.problem.ProblemException {@code BAD_SAMPLING_PLAN} if the plan does not fit the population */
    Sizes sizes() {
        long items = amounts.stream().mapToLong(List::size).sum();
        BigDecimal whole = plan.tolerable().percent()
                ? BigDecimal.valueOf(items)
                : amounts.stream()
                        .flatMap(List::stream)
                        .map(BigDecimal::valueOf)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tolerable = plan.tolerable().of(whole);
        BigDecimal expected = plan.expected().of(whole);
        if (expected.compareTo(tolerable.multiply(MOST_EXPECTED)) > 0 || tolerable.compareTo(whole) > 0) {
            throw SamplingPlan.wrong(
                    "Of " + whole.toPlainString() + (plan.tolerable().percent() ? " items " : " units of the currency ")
                            + tolerable.stripTrailingZeros().toPlainString() + " missed are tolerable and "
                            + expected.stripTrailingZeros().toPlainString() + " expected",
                    "Expect at most nine tenths of what is tolerable, and tolerate at most the whole population");
        }
        if (plan.tolerable().percent()) {
            return fewest(Long.MAX_VALUE, tolerable, expected);
        }
        Sizes best = null;
        int fewest = Integer.MAX_VALUE;
        long large = tolerable.longValueExact();
        for (int i = 0; i <= HALVINGS && large > 0; i++, large >>= 1) {
            int certain = certain(large);
            if (certain >= fewest) {
                break;
            }
            Sizes sizes = fewest(large, tolerable, expected);
            if (certain + sizes.all() < fewest) {
                best = sizes;
                fewest = certain + sizes.all();
            }
        }
        return best == null ? fewest(1, tolerable, expected) : best;
    }

    private int certain(long large) {
        return (int) amounts.stream()
                .flatMap(List::stream)
                .filter(amount -> amount >= large)
                .count();
    }

    private Sizes fewest(long large, BigDecimal tolerable, BigDecimal expected) {
        List<List<Long>> left = amounts.stream()
                .map(rank -> rank.stream()
                        .filter(amount -> amount < large)
                        .sorted(Comparator.reverseOrder())
                        .toList())
                .toList();
        int most = left.stream().mapToInt(List::size).sum();
        int low = 0;
        int high = most;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isEnough(sizes(left, middle, most), left, tolerable, expected)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Sizes(large, sizes(left, high, most));
    }

    /** Sizes in proportion: step items of as many as there are, times the density of the rank. */
    private static List<Integer> sizes(List<List<Long>> left, int step, int most) {
        List<Integer> sizes = new ArrayList<>();
        for (int rank = 0; rank < left.size(); rank++) {
            long items = left.get(rank).size();
            sizes.add(most == 0 ? 0 : (int) Math.min(items, (items * step * TIMES[rank] + most - 1) / most));
        }
        return sizes;
    }

    private boolean isEnough(List<Integer> sizes, List<List<Long>> left, BigDecimal tolerable, BigDecimal expected) {
        List<StratifiedBound.Part> parts = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        BigDecimal known = expected;
        boolean first = true;
        for (int rank = 0; rank < sizes.size(); rank++) {
            List<Long> rankAmounts = left.get(rank);
            int size = sizes.get(rank);
            int seen = 0;
            if (size > 0 && first) {
                // What is missed is expected where items are most alike.
                first = false;
                if (plan.tolerable().percent()) {
                    seen = expected.multiply(BigDecimal.valueOf(size))
                            .divide(BigDecimal.valueOf(rankAmounts.size()), 0, RoundingMode.CEILING)
                            .min(BigDecimal.valueOf(size))
                            .intValueExact();
                    known = BigDecimal.valueOf(seen);
                }
            }
            if (size < rankAmounts.size()) {
                // The amounts of the draw are not known yet: the largest may be left.
                parts.add(new StratifiedBound.Part(
                        rankAmounts.size(), size, rankAmounts.subList(0, rankAmounts.size() - size)));
                found.add(seen);
            }
        }
        StratifiedBound.Missed missed = new StratifiedBound(parts, plan.confidence())
                .beyond(found.stream().mapToInt(Integer::intValue).toArray());
        BigDecimal upper = known.add(BigDecimal.valueOf(plan.tolerable().percent() ? missed.items() : missed.amount()));
        return upper.compareTo(tolerable) <= 0;
    }
}
