package org.countsas.comparison.like;

import java.util.Collection;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;

/**
 * How much a figure covers.
 *
 * @param items   how many items
 * @param amount  their whole amount, in units of the currency
 * @param counted the part of it that counts
 */
@API(status = API.Status.EXPERIMENTAL)
public record Coverage(int items, long amount, Counted counted) {
    /** Nothing. */
    public static final Coverage NOTHING = new Coverage(0, 0, Counted.NOTHING);

    /**
     * What decisions cover.
     *
     * @throws ArithmeticException if a sum does not fit a long
     */
    public static Coverage of(Collection<Decision> decisions) {
        Coverage sum = NOTHING;
        for (Decision decision : decisions) {
            sum = sum.plus(decision);
        }
        return sum;
    }

    Coverage plus(Decision decision) {
        return new Coverage(
                items + 1,
                Math.addExact(amount, decision.item().amount()),
                counted.plus(decision.outcome() == Outcome.COUNTED ? decision.counted() : Counted.NOTHING));
    }

    /**
     * Both together.
     *
     * @throws ArithmeticException if a sum does not fit a long
     */
    public Coverage plus(Coverage other) {
        return new Coverage(items + other.items, Math.addExact(amount, other.amount), counted.plus(other.counted));
    }
}
