package org.countsas.comparison.like;

import org.apiguardian.api.API;
import org.countsas.comparison.TotalDelta;

/**
 * A part of both budgets, or all of them, like with like. Immutable and thread-safe.
 *
 * @param key    what the part is: an area's id, or a ministry as published; empty for all
 * @param before the first budget's items that the second has too
 * @param after  the second budget's items that the first has too
 * @param gone   the items that only the first has
 * @param added  the items that only the second has
 */
@API(status = API.Status.EXPERIMENTAL)
public record LikePart(String key, Coverage before, Coverage after, Coverage gone, Coverage added) {
    /** All of the first budget. */
    public Coverage first() {
        return before.plus(gone);
    }

    /** All of the second budget. */
    public Coverage second() {
        return after.plus(added);
    }

    /** What counts more or less on the items that both have: like with like. */
    public TotalDelta delta() {
        return TotalDelta.between(before.counted(), after.counted());
    }
}
