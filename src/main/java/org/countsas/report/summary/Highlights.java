package org.countsas.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;

/**
 * The decisions that a {@linkplain SummaryText summary} names: those about the largest items that count, and about the largest that a
 * person must judge. No others are kept. Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Highlights {
    private static final int LARGEST = 10;
    private static final int REVIEWED = 5;
    private static final Comparator<Decision> BY_COUNTED = Comparator.<Decision>comparingLong(
                    decision -> decision.counted().central())
            .reversed()
            .thenComparing(decision -> decision.item().id());
    private static final Comparator<Decision> BY_OPEN = Comparator.<Decision>comparingLong(
                    decision -> decision.counted().high())
            .reversed()
            .thenComparing(decision -> decision.item().id());

    private final PriorityQueue<Decision> counted = new PriorityQueue<>(BY_COUNTED.reversed());
    private final PriorityQueue<Decision> review = new PriorityQueue<>(BY_OPEN.reversed());

    /** Adds a decision. */
    public void add(Decision decision) {
        if (decision.outcome() == Outcome.COUNTED) {
            keep(counted, decision, LARGEST);
        } else if (decision.outcome() == Outcome.REVIEW) {
            keep(review, decision, REVIEWED);
        }
    }

    private static void keep(PriorityQueue<Decision> last, Decision decision, int most) {
        last.add(decision);
        if (last.size() > most) {
            last.poll();
        }
    }

    /** Items that count, the largest first; among equals, by id. */
    List<Decision> largest() {
        return sorted(counted, BY_COUNTED);
    }

    /** Items that a person must judge, those with the most open first; among equals, by id. */
    List<Decision> open() {
        return sorted(review, BY_OPEN);
    }

    private static List<Decision> sorted(PriorityQueue<Decision> kept, Comparator<Decision> order) {
        List<Decision> decisions = new ArrayList<>(kept);
        decisions.sort(order);
        return decisions;
    }
}
