package org.countsas.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** The input cannot be used. Carries every problem that was found, not the first alone. */
@API(status = API.Status.STABLE)
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems what was found, at least one */
    public ProblemException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem to report");
        }
        this.problems = List.copyOf(problems);
    }

    /** A single problem. */
    public ProblemException(Code code, Place place, String reason, String fix) {
        this(List.of(new Problem(code, place, reason, fix)));
    }

    /** A problem whose fix has choices. */
    public ProblemException(Code code, Place place, String reason, String fix, List<String> choices) {
        this(List.of(new Problem(code, place, reason, fix, choices)));
    }

    /** What was found, in the order of the input; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
