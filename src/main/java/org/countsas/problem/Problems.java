package org.countsas.problem;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Collects problems, so that a reader reports all of them, not just the first: as many as a person could fix, that is, not the million of a
 * file made to fill the memory. Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class Problems {
    private static final int MOST = 1_000;

    private final List<Problem> found = new ArrayList<>();

    /** Notes a problem. */
    public void add(Code code, Place place, String reason, String fix) {
        note(new Problem(code, place, reason, fix));
    }

    private void note(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        } else if (found.size() == MOST) {
            found.add(new Problem(
                    problem.code(),
                    Place.NONE,
                    "There are more than " + MOST + " problems; the others are not listed",
                    "Fix these first"));
        }
    }

    /** Notes problems that another reader found. */
    public void addAll(List<Problem> problems) {
        problems.forEach(this::note);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What has been found so far, in order. */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    /**
     * Does nothing if nothing was found.
     *
     * @throws ProblemException with everything that was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(found);
        }
    }
}
