package org.countsas.audit.review;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.countsas.adjudication.Outcome;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a person.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome COUNTED, NOT_COUNTED, or REVIEW to reopen the question
 * @param area    the area; null if and only if NOT_COUNTED
 * @param share   the share that counts, or that would count for REVIEW; nothing for NOT_COUNTED
 */
@API(status = API.Status.EXPERIMENTAL)
public record Ruling(Outcome outcome, @Nullable String area, Share share) {
    /** @throws org.countsas.problem.ProblemException {@code BAD_REVIEW} if this is not a decision */
    public Ruling {
        requireNonNull(outcome, "outcome");
        boolean counts = outcome != Outcome.NOT_COUNTED;
        if (counts != (area != null)) {
            throw Review.bad(
                    counts ? "The outcome " + outcome + " needs an area" : "What does not count has no area",
                    "Use --area with the outcomes COUNTED and REVIEW, and only with them");
        }
        if (counts == share.equals(Share.NOTHING)) {
            throw Review.bad(
                    counts ? "The outcome " + outcome + " needs a share above 0 %" : "What does not count has no share",
                    "Use --share with the outcomes COUNTED and REVIEW, and only with them");
        }
    }

    /** The item counts in an area at a share. */
    public static Ruling counted(String area, Share share) {
        return new Ruling(Outcome.COUNTED, area, share);
    }

    /** The item does not count. */
    public static Ruling notCounted() {
        return new Ruling(Outcome.NOT_COUNTED, null, Share.NOTHING);
    }

    /** Someone must still judge whether the item counts in an area at a share. */
    public static Ruling question(String area, Share share) {
        return new Ruling(Outcome.REVIEW, area, share);
    }
}
