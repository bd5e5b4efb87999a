package org.countsas.source.profile;

/**
 * Which of the years that columns are named by are meant. Immutable and thread-safe.
 *
 * @param from the first year
 * @param to   the last year
 */
public record YearRange(Bound from, Bound to) {
    /** All years. */
    static final YearRange ALL = new YearRange(new Bound(0, false), new Bound(0, true));

    /**
     * A year.
     *
     * @param year     the year; if counted back, how many years
     * @param fromNewest whether it is counted back from the newest year that a column is named by
     */
    public record Bound(int year, boolean fromNewest) {
        int of(int newest) {
            return fromNewest ? newest - year : year;
        }

        @Override
        public String toString() {
            return !fromNewest ? String.valueOf(year) : year == 0 ? "newest" : "newest-" + year;
        }
    }

    /** Whether a year is meant, if this is the newest one. */
    boolean includes(int year, int newest) {
        return year >= from.of(newest) && year <= to.of(newest);
    }

    /** In words, to follow "a fiscal year": {@code " from 1976 to newest-4"}; empty for all years. */
    @Override
    public String toString() {
        return equals(ALL) ? "" : (from.equals(ALL.from) ? "" : " from " + from) + " to " + to;
    }
}
