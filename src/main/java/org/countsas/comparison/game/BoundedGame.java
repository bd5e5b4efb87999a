package org.countsas.comparison.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A lower, a central and an upper value for every subset of the same players. Immutable and thread-safe.
 *
 * @param low     lower bounds
 * @param central the values that totals use
 * @param high    upper bounds
 */
public record BoundedGame(CooperativeGame low, CooperativeGame central, CooperativeGame high) {
    /** The three, in this order. */
    public List<CooperativeGame> asList() {
        return List.of(low, central, high);
    }

    /** What a question answers of each of the three. */
    public <T> List<T> map(Function<CooperativeGame, T> question) {
        List<T> answers = new ArrayList<>();
        asList().forEach(function -> answers.add(question.apply(function)));
        return answers;
    }
}
