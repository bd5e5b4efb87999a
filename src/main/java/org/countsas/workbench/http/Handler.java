package org.countsas.workbench.http;

/** Answers the requests to one address. Must be thread-safe. */
@FunctionalInterface
public interface Handler {
    /**
     * The answer.
     *
     * @throws org.countsas.problem.ProblemException if the request cannot be answered
     */
    Answer answer(Call call);
}
