package org.countsas.workbench.page;

import java.util.List;
import org.countsas.problem.Problem;

/**
 * What is wrong, for a person. Immutable and thread-safe.
 *
 * @param frame    what surrounds it
 * @param problems what is wrong
 */
public record ProblemPage(Frame frame, List<Problem> problems) {
    public ProblemPage {
        problems = List.copyOf(problems);
    }
}
