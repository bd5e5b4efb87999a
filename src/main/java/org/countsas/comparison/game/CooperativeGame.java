package org.countsas.comparison.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A cooperative game: a characteristic function v that gives a whole number for every coalition of up to {@value #MOST_PLAYERS} players. A
 * coalition is a bit mask; the first player is bit 0.
 *
 * <p>The game is stored as its <em>dividends</em> (Harsanyi 1963, "A simplified bargaining model for the n-person cooperative game"): the
 * numbers d with v(S) = Σ d(T) over all T ⊆ S. They are the Möbius transform of v. Where each item concerns few players, nearly all of
 * them are zero. From the dividends follow
 * <ul>
 *   <li>the values of all 2^k coalitions, by one subset-sum (zeta) transform of k · 2^(k−1) additions;
 *   <li>the Shapley values (Shapley 1953, "A value for n-person games") in closed form, because the members of a coalition share its
 *       dividend equally: φ(i) = Σ d(T) / |T| over all T that contain i. There is no sampling and no rounding: the results are fractions,
 *       and they sum to v(all) − v(none).
 * </ul>
 *
 * <p>The value of the empty coalition may have a surplus, which is separate from the dividends. It is needed where the first player to
 * join, whichever it is, changes something that no later one changes again, such as the order of what was there before. As dividends it
 * would take all 2^k of them.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class CooperativeGame {
    /** With more players, the values of all coalitions would not fit the memory of a desktop computer. */
    public static final int MOST_PLAYERS = 20;

    private final int players;
    private final int[] coalitions;
    private final long[] dividends;
    private final long emptySurplus;

    private CooperativeGame(int players, Map<Integer, Long> dividends, long emptySurplus) {
        if (players < 0 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException(players + " players");
        }
        this.players = players;
        this.coalitions =
                dividends.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.dividends = dividends.values().stream().mapToLong(Long::longValue).toArray();
        this.emptySurplus = emptySurplus;
    }

    /**
     * The game with these dividends.
     *
     * @param dividends    by coalition; a coalition that is missing has none
     * @param emptySurplus what is added to the value of the empty coalition, and of no other
     * @throws IllegalArgumentException if there are more than {@value #MOST_PLAYERS} players
     */
    public static CooperativeGame ofDividends(int players, Map<Integer, Long> dividends, long emptySurplus) {
        Map<Integer, Long> sorted = new TreeMap<>(dividends);
        sorted.values().removeIf(dividend -> dividend == 0);
        return new CooperativeGame(players, sorted, emptySurplus);
    }

    /**
     * The game with these values, one for each coalition.
     *
     * @throws IllegalArgumentException if their number is not a power of two, or is one of more than {@value #MOST_PLAYERS} players
     * @throws ArithmeticException      if a dividend does not fit a long
     */
    public static CooperativeGame ofValues(long[] values) {
        int players = Integer.numberOfTrailingZeros(values.length);
        if (values.length != 1 << players) {
            throw new IllegalArgumentException(values.length + " values");
        }
        Map<Integer, Long> dividends = new TreeMap<>();
        long[] transformed = dividends(values);
        for (int coalition = 0; coalition < transformed.length; coalition++) {
            if (transformed[coalition] != 0) {
                dividends.put(coalition, transformed[coalition]);
            }
        }
        return new CooperativeGame(players, dividends, 0);
    }

    /**
     * The Möbius transform: the dividends of the game with these values.
     *
     * @throws ArithmeticException if one does not fit a long
     */
    public static long[] dividends(long[] values) {
        long[] result = values.clone();
        for (int bit = 1; bit < result.length; bit <<= 1) {
            for (int coalition = 0; coalition < result.length; coalition++) {
                if ((coalition & bit) != 0) {
                    result[coalition] = Math.subtractExact(result[coalition], result[coalition ^ bit]);
                }
            }
        }
        return result;
    }

    /** The number of players. */
    public int players() {
        return players;
    }

    /**
     * The value of one coalition.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public long value(int coalition) {
        long value = coalition == 0 ? emptySurplus : 0;
        for (int i = 0; i < coalitions.length; i++) {
            if ((coalitions[i] & ~coalition) == 0) {
                value = Math.addExact(value, dividends[i]);
            }
        }
        return value;
    }

    /**
     * The values of all coalitions, by their masks: a new array of 2^players longs.
     *
     * @throws ArithmeticException if one does not fit a long
     */
    public long[] values() {
        long[] values = new long[1 << players];
        for (int i = 0; i < coalitions.length; i++) {
            values[coalitions[i]] = dividends[i];
        }
        for (int bit = 1; bit < values.length; bit <<= 1) {
            // Block by block, so that the inner loop has no branch.
            for (int block = bit; block < values.length; block += 2 * bit) {
                for (int coalition = block; coalition < block + bit; coalition++) {
                    values[coalition] = Math.addExact(values[coalition], values[coalition - bit]);
                }
            }
        }
        values[0] = Math.addExact(values[0], emptySurplus);
        return values;
    }

    /** What a player adds to the empty coalition. */
    public long alone(int player) {
        return Math.subtractExact(value(1 << player), value(0));
    }

    /** What a player adds to the coalition of all others: its marginal contribution as the last to join. */
    public long last(int player) {
        int all = (1 << players) - 1;
        return Math.subtractExact(value(all), value(all & ~(1 << player)));
    }

    /**
     * What would be counted twice if the {@linkplain #alone} values of two players were added up: alone + alone − together. Negative where
     * the two add more together; zero for a player and itself.
     */
    public long overlap(int first, int second) {
        if (first == second) {
            return 0;
        }
        long together = Math.subtractExact(value(1 << first | 1 << second), value(0));
        return Math.subtractExact(Math.addExact(alone(first), alone(second)), together);
    }

    /** The exact Shapley value of each player. They sum to the value of all players less that of none. */
    public List<Fraction> shapley() {
        // Summed by the size of the coalition first, so that there are few fractions to add.
        BigInteger[][] bySize = new BigInteger[players][players + 1];
        for (BigInteger[] sums : bySize) {
            Arrays.fill(sums, BigInteger.ZERO);
        }
        for (int i = 0; i < coalitions.length; i++) {
            BigInteger dividend = BigInteger.valueOf(dividends[i]);
            int members = Integer.bitCount(coalitions[i]);
            for (int rest = coalitions[i]; rest != 0; rest &= rest - 1) {
                int player = Integer.numberOfTrailingZeros(rest);
                bySize[player][members] = bySize[player][members].add(dividend);
            }
        }
        List<Fraction> values = new ArrayList<>();
        for (BigInteger[] sums : bySize) {
            // The first to join takes away the surplus of the empty coalition; each player is first equally often.
            Fraction value = Fraction.of(emptySurplus, -players);
            for (int size = 1; size <= players; size++) {
                value = value.plus(new Fraction(sums[size], BigInteger.valueOf(size)));
            }
            values.add(value);
        }
        return values;
    }
}
