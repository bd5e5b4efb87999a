package org.countsas.comparison.change;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.comparison.TotalDelta;
import org.countsas.item.BudgetItem;
import org.countsas.policy.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * An item about which two definitions decide differently.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind    what differs
 * @param before  the decision of the first definition, with every finding
 * @param after   the decision of the second
 * @param delta   what the item adds to the total, or takes from it
 * @param reason  how the finding made the difference
 * @param finding the finding that made it, as weighed in the later decision, or in the earlier one if the later one does not have it; null
 *                if no single finding did
 */
@API(status = API.Status.EXPERIMENTAL)
public record ItemChange(
        Kind kind,
        Decision before,
        Decision after,
        TotalDelta delta,
        ChangeReason reason,
        @Nullable WeighedFinding finding) {
    /** What differs. */
    public enum Kind {
        /** It counts now and did not before. */
        NEWLY_COUNTED,
        /** It counted before and no longer does. */
        NO_LONGER_COUNTED,
        /** It counts in another area. */
        OTHER_AREA,
        /** It counts in the same area at another share. */
        OTHER_SHARE,
        /** It counts in neither, and in one of them a person must still judge, or must judge about a different area. */
        OTHER_REVIEW
    }

    /** The rule of the finding that made the difference, if one did. */
    public Optional<Rule> rule() {
        return Optional.ofNullable(finding).map(each -> each.finding().rule());
    }

    /** The item. */
    public BudgetItem item() {
        return after.item();
    }
}
