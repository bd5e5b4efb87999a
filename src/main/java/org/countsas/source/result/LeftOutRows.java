package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.countsas.problem.Problem;

/**
 * Rows that a mapping profile leaves out, all for the same reason. Immutable and thread-safe.
 *
 * @param notice which rows, how many, and how much money they state
 * @param rows   how many, at least one
 * @param scope  the amounts that the rows state
 */
@API(status = API.Status.EXPERIMENTAL)
public record LeftOutRows(Problem notice, int rows, Scope scope) {

    public LeftOutRows {
        requireNonNull(notice, "notice");
        requireNonNull(scope, "scope");
    }
}
