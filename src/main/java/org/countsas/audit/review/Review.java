package org.countsas.audit.review;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.TextDefects;

/**
 * What a person decides about an item in place of what the rules decided.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item       the item's id
 * @param definition the definition's id
 * @param ruling     the decision
 * @param reason     why, 1 to 4,000 characters
 * @param by         who decided, 1 to 200 characters
 */
@API(status = API.Status.EXPERIMENTAL)
public record Review(String item, String definition, Ruling ruling, String reason, String by) {
    private static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_NAME = 200;

    /** @throws ProblemException {@code BAD_REVIEW} if the reason or the name is missing, too long, or has control characters */
    public Review {
        requireNonNull(item, "item");
        requireNonNull(definition, "definition");
        requireNonNull(ruling, "ruling");
        check("reason", reason, LONGEST_REASON);
        check("name", by, LONGEST_NAME);
    }

    private static void check(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw bad(
                    "The " + what + " has " + (text.isBlank() ? "no" : "more than " + longest) + " characters",
                    "Somebody must be able to read it years later");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)
                || TextDefects.first(text).isPresent()) {
            throw bad("The " + what + " has control characters", "Write it as one line of text");
        }
    }

    static ProblemException bad(String reason, String fix) {
        return new ProblemException(Code.BAD_REVIEW, Place.NONE, reason, fix);
    }
}
