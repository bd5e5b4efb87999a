package org.countsas.cli;

import java.util.Arrays;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;

/** Says in one line what went wrong inside CountsAs, with what its makers need to find it. */
final class UnexpectedFailure {
    private UnexpectedFailure() {}

    static Problem of(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return new Problem(
                    Code.DEFECT,
                    Place.NONE,
                    "There is not enough memory for this input",
                    "Read it in parts, or report how large it is");
        }
        String where = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.countsas."))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + ":" + frame.getLineNumber())
                .orElse("");
        String said = thrown.getMessage() == null
                ? ""
                : " (" + thrown.getMessage().lines().findFirst().orElse("") + ")";
        return new Problem(
                Code.DEFECT,
                Place.NONE,
                "CountsAs failed: " + thrown.getClass().getSimpleName() + said + where,
                "This is a defect of CountsAs and not of your data. Report this line, with the command that you ran");
    }
}
