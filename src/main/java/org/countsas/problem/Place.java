package org.countsas.problem;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where in the input a problem is.
 *
 * @param file   the file as the user named it, an entry of an archive after {@code "!"}; null if the problem has no file
 * @param line   line or row, from 1; 0 if it concerns the whole file
 * @param column column of the text, from 1; 0 if unknown
 * @param field  the table's column or the rule's part by name; null if there is none
 */
@API(status = API.Status.STABLE)
public record Place(
        @Nullable String file,
        int line,
        int column,
        @Nullable String field) {

    /** No place: the problem is in the command line or in the environment. */
    public static final Place NONE = new Place(null, 0, 0, null);

    /** The whole of a file. */
    public static Place file(String file) {
        return new Place(file, 0, 0, null);
    }

    /** A line or row of a file. */
    public static Place line(String file, int line) {
        return new Place(file, line, 0, null);
    }

    /** A character of a file. */
    public static Place at(String file, int line, int column) {
        return new Place(file, line, column, null);
    }

    /** The same place, in the table's column or the rule's part of this name. */
    public Place field(String name) {
        return new Place(file, line, column, name);
    }

    /** {@code file:line:column (field)}, as far as known; empty for {@link #NONE}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (file != null) {
            text.append(file);
        }
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        if (field != null) {
            text.append(text.isEmpty() ? "" : " ").append('(').append(field).append(')');
        }
        return text.toString();
    }
}
