package org.countsas.audit.worksheet;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.countsas.audit.review.Reviews;

/**
 * Whose decisions a sample is drawn from. Immutable and thread-safe.
 *
 * @param effective whether the decisions of people take the place of those of the rules
 * @param reviews   how many reviews there were when it was drawn; 0 unless effective
 * @param last      receipt of the last of them, in hexadecimal digits; empty if there was none
 */
@API(status = API.Status.EXPERIMENTAL)
public record DecisionSource(boolean effective, int reviews, String last) {
    /** The decisions of the rules, whatever people decided later. */
    public static final DecisionSource RULES = new DecisionSource(false, 0, "");
    /** The word for {@link #RULES} on the command line and in worksheets. */
    public static final String OF_RULES = "rules";
    /** The word for decisions with reviews in place of those of the rules. */
    public static final String EFFECTIVE = "effective";

    public DecisionSource {
        requireNonNull(last, "last");
        if (reviews < 0 || (reviews > 0) == last.isEmpty() || (!effective && reviews > 0)) {
            throw new IllegalArgumentException("no source of decisions: " + effective + ", " + reviews + ", " + last);
        }
    }

    /** The effective decisions under these reviews. */
    static DecisionSource of(Reviews reviews) {
        int count = reviews.records().size();
        return new DecisionSource(
                true,
                count,
                count == 0 ? "" : reviews.records().get(count - 1).receipt().hex());
    }

    /** {@link #OF_RULES} or {@link #EFFECTIVE}. */
    public String id() {
        return effective ? EFFECTIVE : OF_RULES;
    }
}
