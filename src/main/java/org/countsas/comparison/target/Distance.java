package org.countsas.comparison.target;

import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.TotalDelta;

/**
 * How far a total is from a target.
 *
 * @param level the target
 * @param above total less target at each bound; negative where the total falls short
 */
@API(status = API.Status.EXPERIMENTAL)
public record Distance(Level level, TotalDelta above) {
    /** The distance of a total. */
    public static Distance of(Level level, Counted total) {
        return new Distance(
                level, TotalDelta.between(new Counted(level.amount(), level.amount(), level.amount()), total));
    }

    /** Whether the central value reaches the target. */
    public boolean reached() {
        return above.central() >= 0;
    }
}
