package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import org.countsas.item.Stage;
import org.countsas.problem.Problem;

/**
 * Something that a person should know about the input though nothing was rejected. Immutable and thread-safe.
 *
 * @param problem    what it is
 * @param fiscalYear the only fiscal year that it concerns; empty if it concerns all
 * @param stage      the only stage that it concerns; empty if it concerns all
 */
public record Warning(Problem problem, OptionalInt fiscalYear, Optional<Stage> stage) {

    public Warning {
        requireNonNull(problem, "problem");
        requireNonNull(fiscalYear, "fiscalYear");
        requireNonNull(stage, "stage");
    }

    boolean concerns(int year, Stage wanted) {
        return fiscalYear.orElse(year) == year && stage.orElse(wanted) == wanted;
    }
}
