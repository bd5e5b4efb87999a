package org.countsas.source.total;

import java.util.Arrays;

/** The sums of some rows, one for each column of amounts. Not thread-safe. */
final class ColumnSums {
    /** A single amount that occurs again is not a sum: that is common. */
    private static final int FEWEST_ADDENDS = 2;

    private final long[] sums;
    private final int[] addends;
    private final boolean[] overflow;
    private final int[] lowest;
    private final int[] highest;

    ColumnSums(int columns) {
        sums = new long[columns];
        addends = new int[columns];
        overflow = new boolean[columns];
        lowest = new int[columns];
        highest = new int[columns];
    }

    void clear() {
        Arrays.fill(addends, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(overflow, false);
    }

    void clear(int column) {
        addends[column] = 0;
        sums[column] = 0;
        overflow[column] = false;
    }

    /** Adds an amount of a row; zeros are not addends. */
    void add(int column, long amount, int row) {
        if (amount == 0) {
            return;
        }
        long sum = sums[column] + amount;
        overflow[column] |= ((sums[column] ^ sum) & (amount ^ sum)) < 0;
        sums[column] = sum;
        lowest[column] = addends[column] == 0 ? row : Math.min(lowest[column], row);
        highest[column] = addends[column] == 0 ? row : Math.max(highest[column], row);
        addends[column]++;
    }

    /** Whether an amount equals the sum so far. */
    boolean equal(int column, long amount) {
        return !overflow[column] && sums[column] == amount;
    }

    /** Whether it is unlikely that an amount equals the sum so far only by accident. */
    boolean isSum(int column) {
        return sums[column] != 0 && addends[column] >= FEWEST_ADDENDS;
    }

    /** The rows that were added up, for messages. */
    String rows(int column) {
        return "rows " + lowest[column] + " to " + highest[column];
    }
}
