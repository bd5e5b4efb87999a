package org.countsas.comparison.attribution;

import java.util.ArrayList;
import java.util.List;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.game.BoundedGame;
import org.countsas.comparison.game.CooperativeGame;
import org.countsas.comparison.game.LargestRemainder;

/**
 * Splits the worth of all members of a game among them, whatever the order in which they come.
 *
 * <p>Rounding: Shapley values are fractions of a unit. At each bound they are rounded down, and the missing units go to the largest
 * remainders, of equal ones to the first by name ({@link LargestRemainder}); so they sum to the change of that bound, to the unit.
 */
public final class Contributions {
    private Contributions() {}

    /**
     * One contribution for each member, in their order.
     *
     * @param names a distinct name for each
     */
    public static List<Contribution> of(BoundedGame game, List<String> names) {
        List<List<Long>> shapley = game.map(function -> LargestRemainder.round(function.shapley(), names));
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int player = i;
            contributions.add(new Contribution(
                    names.get(i),
                    worth(game.map(function -> function.alone(player))),
                    worth(game.map(function -> function.last(player))),
                    worth(shapley.stream().map(values -> values.get(player)).toList())));
        }
        return contributions;
    }

    /** For each pair, what would be counted twice if their values alone were added up; nought on the diagonal. */
    public static List<List<TotalDelta>> overlaps(BoundedGame game) {
        List<List<TotalDelta>> rows = new ArrayList<>();
        int players = game.central().players();
        for (int i = 0; i < players; i++) {
            List<TotalDelta> row = new ArrayList<>();
            for (int j = 0; j < players; j++) {
                int first = i;
                int second = j;
                row.add(worth(game.map((CooperativeGame function) -> function.contested(first, second))));
            }
            rows.add(List.copyOf(row));
        }
        return List.copyOf(rows);
    }

    private static TotalDelta worth(List<Long> bounds) {
        return new TotalDelta(bounds.get(0), bounds.get(1), bounds.get(2));
    }
}
