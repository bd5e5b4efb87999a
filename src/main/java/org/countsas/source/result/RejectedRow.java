package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.problem.Problem;

/**
 * A row, or one amount of a row with several, that gave no budget item, and why. Immutable and thread-safe.
 *
 * @param problem   what is wrong
 * @param forRecord the same, with each file named from the input's own name and parts of names separated by {@code /}: without the folders
 *                  above it
 * @param origin where the row is
 * @param scope     what is known about the amount that it would have given
 */
@API(status = API.Status.EXPERIMENTAL)
public record RejectedRow(Problem problem, Problem forRecord, Origin origin, Scope scope) {

    public RejectedRow {
        requireNonNull(problem, "problem");
        requireNonNull(forRecord, "forRecord");
        requireNonNull(origin, "origin");
        requireNonNull(scope, "scope");
    }

    /** The file as the user named it, an entry of an archive after {@code "!"}. */
    public String file() {
        return origin.file();
    }

    /** The line of a text file on which the row begins, or the row of a sheet; from 1, the header included. */
    public int row() {
        return origin.row();
    }

    /** The programme's id, if it could be read. */
    public Optional<String> id() {
        return Optional.ofNullable(scope.id());
    }

    /** The row as it is recorded: it reveals nothing about the machine on which it was read, and is the same on every machine. */
    public RejectedRow recorded() {
        return new RejectedRow(
                forRecord,
                forRecord,
                new Origin(requireNonNull(forRecord.place().file()), row()),
                scope);
    }
}
