package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.countsas.problem.Problem;

/**
 * Something that a person should know about the input although nothing was rejected. Immutable and thread-safe.
 *
 * @param problem what it is
 * @param scope   the amounts that it concerns
 */
@API(status = API.Status.EXPERIMENTAL)
public record Warning(Problem problem, Scope scope) {

    public Warning {
        requireNonNull(problem, "problem");
        requireNonNull(scope, "scope");
    }
}
