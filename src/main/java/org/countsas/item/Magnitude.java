package org.countsas.item;

import java.util.Collection;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** The sum of amounts without their signs, by which one sees beforehand whether everything can be added up exactly. */
@API(status = API.Status.INTERNAL)
public final class Magnitude {
    /** The most that amounts may come to. So all sums of any of them fit a long, and so do all differences of such sums. */
    public static final long MOST = Long.MAX_VALUE / 4;

    private Magnitude() {}

    /** A magnitude with one more amount; {@link Long#MAX_VALUE} if it is more than that. */
    public static long plus(long magnitude, long amount) {
        long unsigned = amount == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(amount);
        return unsigned > Long.MAX_VALUE - magnitude ? Long.MAX_VALUE : magnitude + unsigned;
    }

    /**
     * Checks that items can be added up.
     *
     * @throws ProblemException {@code TOO_LARGE}
     */
    public static void check(Collection<BudgetItem> items) {
        long magnitude = 0;
        for (BudgetItem item : items) {
            magnitude = plus(magnitude, item.amount());
        }
        check(magnitude);
    }

    /**
     * Checks that amounts of this magnitude can be added up.
     *
     * @throws ProblemException {@code TOO_LARGE}
     */
    public static void check(long magnitude) {
        if (magnitude > MOST) {
            throw new ProblemException(
                    Code.TOO_LARGE,
                    Place.NONE,
                    "The amounts add up to more than can be counted exactly, " + MOST,
                    "Check the unit of the amounts");
        }
    }
}
