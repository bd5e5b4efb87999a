package org.countsas.audit.review;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.countsas.adjudication.Outcome;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * What a person decides about an item, in place of what the rules decided.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item       the item's id
 * @param definition the definition's id
 * @param outcome    COUNTED, NOT_COUNTED, or REVIEW to put the question again
 * @param area       the area; empty for NOT_COUNTED
 * @param share      the share that counts, or that the question would decide; nothing for NOT_COUNTED
 * @param reason     why, 1 to 4,000 characters
 * @param by         who decided, 1 to 200 characters
 */
public record Review(
        String item, String definition, Outcome outcome, Optional<String> area, Share share, String reason, String by) {
    private static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_NAME = 200;

    /** @throws ProblemException {@code BAD_REVIEW} if this is no decision */
    public Review {
        requireNonNull(item, "item");
        requireNonNull(definition, "definition");
        if ((outcome == Outcome.NOT_COUNTED) == area.isPresent()) {
            throw bad(
                    area.isPresent() ? "What does not count has no area" : "The outcome " + outcome + " needs an area",
                    "Use --area with the outcomes COUNTED and REVIEW, and only with them");
        }
        if ((outcome == Outcome.NOT_COUNTED) != share.equals(Share.NOTHING)) {
            throw bad(
                    outcome == Outcome.NOT_COUNTED
                            ? "What does not count has no share"
                            : "The outcome " + outcome + " needs a share above 0 %",
                    "Use --share with the outcomes COUNTED and REVIEW, and only with them");
        }
        text("reason", reason, LONGEST_REASON);
        text("name", by, LONGEST_NAME);
    }

    private static void text(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw bad(
                    "The " + what + " has " + (text.isBlank() ? "no" : "more than " + longest) + " characters",
                    "Somebody must be able to read it years later");
        }
        if (text.codePoints()
                .anyMatch(codePoint -> Character.isISOControl(codePoint)
                        || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
            throw bad("The " + what + " has control characters", "Write it as one line of text");
        }
    }

    static ProblemException bad(String reason, String fix) {
        return new ProblemException(Code.BAD_REVIEW, Place.NONE, reason, fix);
    }
}
