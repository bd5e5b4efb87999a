package org.countsas.comparison.change;

import java.util.Optional;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.comparison.TotalDelta;
import org.countsas.item.BudgetItem;

/**
 * An item about which two definitions decide differently.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind    what is different
 * @param before  the decision of the first definition, with every finding
 * @param after   the decision of the second
 * @param worth   what the item adds to or takes from the total
 * @param cause   how the finding made the difference
 * @param finding the finding that made it, as the decision weighs it in which it shows: the later one, unless the finding is gone from it
 */
public record ItemChange(
        Kind kind,
        Decision before,
        Decision after,
        TotalDelta worth,
        ChangeReason cause,
        Optional<WeighedFinding> finding) {
    /** What is different. */
    public enum Kind {
        /** It counts now and did not. */
        NEWLY_COUNTED,
        /** It counted and does not any more. */
        NO_LONGER_COUNTED,
        /** It counts in another area. */
        OTHER_AREA,
        /** It counts in the same area at another share. */
        OTHER_SHARE,
        /** It does not count either way, and a person must judge in one of them. */
        OTHER_REVIEW
    }

    public BudgetItem item() {
        return after.item();
    }
}
