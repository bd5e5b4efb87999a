package org.countsas.comparison.like;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.change.ItemChange;
import org.jspecify.annotations.Nullable;

/**
 * An item of both budgets that counts with another sum, or is decided otherwise. Immutable and thread-safe.
 *
 * @param before         the decision in the first budget
 * @param after          the decision in the second
 * @param delta          what it adds to the total, or takes from it
 * @param decidedOrNull  how the decisions differ, and why; null if only the amount does
 */
@API(status = API.Status.EXPERIMENTAL)
public record LikeItem(
        Decision before,
        Decision after,
        TotalDelta delta,
        @Nullable ItemChange decidedOrNull) {
    /** How the decisions differ, and why; empty if only the amount does. */
    public Optional<ItemChange> decided() {
        return Optional.ofNullable(decidedOrNull);
    }
}
