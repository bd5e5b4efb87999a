package org.countsas.comparison.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole number for every subset of up to {@value #MOST_PLAYERS} players, in the sense of a cooperative game. A subset is a bit mask.
 *
 * <p>It is held by its <em>dividends</em> (Harsanyi 1963, "A simplified bargaining model for the n-person cooperative game"): the numbers
 * d with v(S) = Σ d(T) over all T ⊆ S. They are the Möbius transform of v, and where each item concerns few players, all but few of them
 * are nought. From them follow
 * <ul>
 *   <li>the values of all 2^k subsets by one subset-sum (zeta) transform, k · 2^(k−1) additions;
 *   <li>the Shapley values (Shapley 1953, "A value for n-person games") in closed form, because a dividend is shared equally by those
 *       who earn it: φ(i) = Σ d(T) / |T| over all T that hold i. No sampling, no rounding: the results are fractions, and they sum to
 *       v(all) − v(none).
 * </ul>
 *
 * <p>One value may stand apart: that of the empty set, where adding whichever player first changes something that none of them changes
 * further, such as the order of what was there before. Held by dividends it would need all 2^k of them.
 *
 * <p>Immutable and thread-safe.
 */
public final class CooperativeGame {
    /** More would need more memory for all subsets than a desk has. */
    public static final int MOST_PLAYERS = 20;

    private final int players;
    private final int[] sets;
    private final long[] dividends;
    private final long apart;

    private CooperativeGame(int players, Map<Integer, Long> dividends, long apart) {
        if (players < 0 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException(players + " players");
        }
        this.players = players;
        this.sets = dividends.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.dividends = dividends.values().stream().mapToLong(Long::longValue).toArray();
        this.apart = apart;
    }

    /**
     * The function with these dividends.
     *
     * @param apart what is added to the value of the empty set, and of no other
     */
    public static CooperativeGame ofDividends(int players, Map<Integer, Long> dividends, long apart) {
        Map<Integer, Long> sorted = new TreeMap<>(dividends);
        sorted.values().removeIf(dividend -> dividend == 0);
        return new CooperativeGame(players, sorted, apart);
    }

    /** The function with these values, one for each subset by its mask. */
    public static CooperativeGame ofValues(long[] values) {
        int players = Integer.numberOfTrailingZeros(values.length);
        if (values.length != 1 << players) {
            throw new IllegalArgumentException(values.length + " values");
        }
        Map<Integer, Long> dividends = new TreeMap<>();
        long[] transformed = dividends(values);
        for (int set = 0; set < transformed.length; set++) {
            if (transformed[set] != 0) {
                dividends.put(set, transformed[set]);
            }
        }
        return new CooperativeGame(players, dividends, 0);
    }

    /**
     * The Möbius transform: the dividends of a function that is given by all of its values.
     *
     * @throws ArithmeticException if one does not fit a long
     */
    public static long[] dividends(long[] values) {
        long[] result = values.clone();
        for (int bit = 1; bit < result.length; bit <<= 1) {
            for (int set = 0; set < result.length; set++) {
                if ((set & bit) != 0) {
                    result[set] = Math.subtractExact(result[set], result[set ^ bit]);
                }
            }
        }
        return result;
    }

    public int players() {
        return players;
    }

    /** The value of one subset. */
    public long of(int set) {
        long value = set == 0 ? apart : 0;
        for (int i = 0; i < sets.length; i++) {
            if ((sets[i] & ~set) == 0) {
                value = Math.addExact(value, dividends[i]);
            }
        }
        return value;
    }

    /** The value of all players together. */
    public long ofAll() {
        return of((1 << players) - 1);
    }

    /**
     * The values of all subsets, by their masks: a new array of 2^players longs.
     *
     * @throws ArithmeticException if one does not fit a long
     */
    public long[] all() {
        long[] values = new long[1 << players];
        for (int i = 0; i < sets.length; i++) {
            values[sets[i]] = dividends[i];
        }
        for (int bit = 1; bit < values.length; bit <<= 1) {
            // Block by block, so that the inner loop has no branch.
            for (int block = bit; block < values.length; block += 2 * bit) {
                for (int set = block; set < block + bit; set++) {
                    values[set] = Math.addExact(values[set], values[set - bit]);
                }
            }
        }
        values[0] = Math.addExact(values[0], apart);
        return values;
    }

    /** What a player adds to nobody. */
    public long alone(int player) {
        return Math.subtractExact(of(1 << player), of(0));
    }

    /** What a player adds to all others. */
    public long last(int player) {
        int all = (1 << players) - 1;
        return Math.subtractExact(of(all), of(all & ~(1 << player)));
    }

    /**
     * What would be counted twice if the {@linkplain #alone} values of two players were added up: alone + alone − together. Negative where
     * the two are worth more together.
     */
    public long contested(int first, int second) {
        if (first == second) {
            return 0;
        }
        long together = Math.subtractExact(of(1 << first | 1 << second), of(0));
        return Math.subtractExact(Math.addExact(alone(first), alone(second)), together);
    }

    /** The Shapley value of each player, exactly. They sum to the value of all players less that of none. */
    public List<Fraction> shapley() {
        // Summed by the size of the set first, so that there are few fractions to add.
        BigInteger[][] bySize = new BigInteger[players][players + 1];
        for (BigInteger[] sums : bySize) {
            Arrays.fill(sums, BigInteger.ZERO);
        }
        for (int i = 0; i < sets.length; i++) {
            BigInteger dividend = BigInteger.valueOf(dividends[i]);
            for (int rest = sets[i]; rest != 0; rest &= rest - 1) {
                int player = Integer.numberOfTrailingZeros(rest);
                bySize[player][Integer.bitCount(sets[i])] = bySize[player][Integer.bitCount(sets[i])].add(dividend);
            }
        }
        List<Fraction> values = new ArrayList<>();
        for (BigInteger[] sums : bySize) {
            // Whoever comes first takes what stands apart away; each comes first equally often.
            Fraction value = Fraction.of(apart, -players);
            for (int size = 1; size <= players; size++) {
                value = value.plus(new Fraction(sums[size], BigInteger.valueOf(size)));
            }
            values.add(value);
        }
        return values;
    }
}
