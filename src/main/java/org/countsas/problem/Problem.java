package org.countsas.problem;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Something wrong with the input, described so that its owner can fix it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param code   stable code, explained in the error reference
 * @param place where it is
 * @param reason what is wrong, one sentence, without a final full stop
 * @param fix    what to do, one sentence, without a final full stop, or a question with its mark; empty if the reason says it
 * @param choices what the fix may choose from, each for its own line; usually none
 */
@API(status = API.Status.STABLE)
public record Problem(Code code, Place place, String reason, String fix, List<String> choices) {

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(place, "place");
        requireNonNull(reason, "reason");
        requireNonNull(fix, "fix");
        choices = List.copyOf(choices);
    }

    /** A problem whose fix leaves no choice. */
    public Problem(Code code, Place place, String reason, String fix) {
        this(code, place, reason, fix, List.of());
    }

    /**
     * The form in which a problem is shown to a person: {@code CODE place: reason. fix.}, or {@code fix?}; with choices {@code fix:} and a
     * line for each of them.
     */
    public List<String> lines() {
        String where = place.toString();
        String end = !choices.isEmpty() ? ":" : fix.endsWith("?") ? "" : ".";
        List<String> lines = new ArrayList<>();
        lines.add(code.id() + (where.isEmpty() ? "" : " " + where) + ": " + reason + "."
                + (fix.isEmpty() ? "" : " " + fix + end));
        choices.forEach(choice -> lines.add("  " + choice));
        return lines;
    }

    /** The {@link #lines}, separated by line feeds. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
