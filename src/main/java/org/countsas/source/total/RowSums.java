package org.countsas.source.total;

import org.jspecify.annotations.Nullable;

/** The sums of some rows, one for each kind of amount. Not thread-safe. */
final class RowSums {
    /** A single amount that occurs again is not a sum: equal amounts often follow one another. */
    private static final int FEWEST_ADDENDS = 2;

    private final AmountRows rows;
    private final Sum[] sums;

    private static final class Sum {
        private long amount;
        private boolean overflow;
        private int addends;
        private int firstLine;
        private int lastLine;

        void add(long value, int line) {
            long sum = amount + value;
            overflow |= ((amount ^ sum) & (value ^ sum)) < 0;
            amount = sum;
            firstLine = addends == 0 ? line : Math.min(firstLine, line);
            lastLine = addends == 0 ? line : Math.max(lastLine, line);
            addends++;
        }
    }

    RowSums(AmountRows rows) {
        this.rows = rows;
        this.sums = new Sum[rows.numberOfKinds()];
        clear();
    }

    /** Starts over. */
    void clear() {
        for (int kind = 0; kind < sums.length; kind++) {
            sums[kind] = new Sum();
        }
    }

    /** Starts over for the kinds of amounts that a row has. */
    void clear(int row) {
        for (int i = rows.from(row); i < rows.from(row + 1); i++) {
            sums[rows.kind(i)] = new Sum();
        }
    }

    /** Adds the amounts of a row. */
    void add(int row) {
        for (int i = rows.from(row); i < rows.from(row + 1); i++) {
            if (rows.amount(i) != 0) {
                sums[rows.kind(i)].add(rows.amount(i), rows.line(row));
            }
        }
    }

    /**
     * Whether each amount of a row is the sum of its kind, and for at least one of them that is unlikely to be an accident.
     *
     * @return the rows that were added up, such as {@code rows 2 to 5}; null if the row is not their sum
     */
    @Nullable
    String addendsOf(int row) {
        Sum found = null;
        for (int i = rows.from(row); i < rows.from(row + 1); i++) {
            Sum sum = sums[rows.kind(i)];
            if (sum.overflow || sum.amount != rows.amount(i)) {
                return null;
            }
            if (found == null && sum.amount != 0 && sum.addends >= FEWEST_ADDENDS) {
                found = sum;
            }
        }
        return found == null ? null : "rows " + found.firstLine + " to " + found.lastLine;
    }
}
