package org.countsas.comparison.game;

import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * A game whose values have bounds: a lower, a central and an upper value for every coalition of the same players. Immutable and
 * thread-safe.
 *
 * @param low     lower bounds
 * @param central the values that totals use
 * @param high    upper bounds
 */
@API(status = API.Status.EXPERIMENTAL)
public record BoundedGame(CooperativeGame low, CooperativeGame central, CooperativeGame high) {
    /** The answers of the lower, the central and the upper game to a question, in this order. */
    public <T> List<T> map(Function<CooperativeGame, T> question) {
        return List.of(question.apply(low), question.apply(central), question.apply(high));
    }
}
