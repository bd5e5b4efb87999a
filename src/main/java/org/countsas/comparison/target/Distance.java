package org.countsas.comparison.target;

import org.countsas.adjudication.Counted;
import org.countsas.comparison.TotalDelta;

/**
 * How far a total is from a target.
 *
 * @param level the target
 * @param above total less target at each bound: negative where it falls short
 */
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
