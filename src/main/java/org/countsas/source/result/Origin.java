package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.countsas.problem.Place;

/**
 * The row of a file that something was read from. Immutable and thread-safe.
 *
 * @param file the file as the user named it, an entry of an archive after {@code "!"}, a sheet after {@code "#"}
 * @param row  the line of a text file on which the row begins, or the row of a sheet; from 1, the header included
 */
@API(status = API.Status.EXPERIMENTAL)
public record Origin(String file, int row) {

    public Origin {
        requireNonNull(file, "file");
    }

    /** The row as a place to report. */
    public Place place() {
        return Place.line(file, row);
    }
}
