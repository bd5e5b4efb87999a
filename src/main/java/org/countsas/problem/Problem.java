package org.countsas.problem;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with the input, said so that its owner can mend it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param code   stable code, explained in the error reference
 * @param place  where it lies
 * @param reason what is wrong, one sentence, without a final full stop
 * @param fix    what to do, one sentence, without a final full stop, or a question with its mark; empty if the reason says it
 */
public record Problem(Code code, Place place, String reason, String fix) {

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(place, "place");
        requireNonNull(reason, "reason");
        requireNonNull(fix, "fix");
    }

    /** {@code CODE place: reason. fix.}, or {@code fix?}: the form in which a problem is shown to a person. */
    @Override
    public String toString() {
        String where = place.toString();
        return code.id() + (where.isEmpty() ? "" : " " + where) + ": " + reason + "."
                + (fix.isEmpty() ? "" : " " + fix + (fix.endsWith("?") ? "" : "."));
    }
}
