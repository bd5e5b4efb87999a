package org.countsas.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that a reader reports all of them and not the first alone. Not thread-safe. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Notes a problem. */
    public void add(Code code, Place place, String reason, String fix) {
        found.add(new Problem(code, place, reason, fix));
    }

    /** Notes problems that another reader found. */
    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far, in order. */
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
