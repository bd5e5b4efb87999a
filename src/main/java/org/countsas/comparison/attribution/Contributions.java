package org.countsas.comparison.attribution;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.game.BoundedGame;
import org.countsas.comparison.game.LargestRemainder;

/**
 * Splits the value of a game among its players, independently of the order in which they join.
 *
 * <p>Rounding: Shapley values are fractions of a unit. At each bound they are rounded down, and the missing units go to the largest
 * remainders; of equal ones, to the first by name ({@link LargestRemainder}). So they sum exactly to the change of that bound.
 */
@API(status = API.Status.INTERNAL)
public final class Contributions {
    private Contributions() {}

    /**
     * One contribution for each player, in their order.
     *
     * @param names a distinct name for each
     */
    public static List<Contribution> of(BoundedGame game, List<String> names) {
        List<List<Long>> shapley = game.map(each -> LargestRemainder.round(each.shapley(), names));
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int player = i;
            contributions.add(new Contribution(
                    names.get(i),
                    delta(game.map(each -> each.alone(player))),
                    delta(game.map(each -> each.last(player))),
                    delta(shapley.stream().map(values -> values.get(player)).toList())));
        }
        return contributions;
    }

    /** For each pair of players, what would be counted twice if their values alone were added up; zero on the diagonal. */
    public static List<List<TotalDelta>> overlaps(BoundedGame game) {
        List<List<TotalDelta>> rows = new ArrayList<>();
        int players = game.central().players();
        for (int i = 0; i < players; i++) {
            List<TotalDelta> row = new ArrayList<>();
            for (int j = 0; j < players; j++) {
                int first = i;
                int second = j;
                row.add(delta(game.map(each -> each.overlap(first, second))));
            }
            rows.add(List.copyOf(row));
        }
        return List.copyOf(rows);
    }

    private static TotalDelta delta(List<Long> bounds) {
        return new TotalDelta(bounds.get(0), bounds.get(1), bounds.get(2));
    }
}
