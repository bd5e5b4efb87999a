package org.countsas.source.total;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a file whose amounts are sums of others. A row is found if all its amounts are the sums of
 *
 * <ul>
 *   <li>the rows since the last total, or since the first row,
 *   <li>all rows before it that are not totals, or
 *   <li>the rows before it that share their ministry, their ministry and bureau, or these and their account, provided that the row is the
 *       last of the group, or comes after it as a separate group.
 * </ul>
 *
 * <p>Then the file is searched from its end to its start, for tables that put totals first. Only amounts of the same fiscal year, stage and
 * currency are added up, and at least one sum has two amounts other than zero. Not thread-safe.
 */
final class SumSearch {
    private final AmountRows rows;
    private final IntPredicate isNamedTotal;
    private final Map<Integer, String> found = new HashMap<>();

    /** @param isNamedTotal whether a row says that it is a total, so that no other total counts it as an addend */
    SumSearch(AmountRows rows, IntPredicate isNamedTotal) {
        this.rows = rows;
        this.isNamedTotal = isNamedTotal;
    }

    /** The rows that were found, each with those that it sums up, such as {@code rows 2 to 5}. */
    Map<Integer, String> find() {
        goThrough(IntStream.range(0, rows.size()).toArray());
        goThrough(IntStream.range(0, rows.size()).map(i -> rows.size() - 1 - i).toArray());
        return found;
    }

    private void goThrough(int[] order) {
        RowSums sinceTotal = new RowSums(rows);
        RowSums all = new RowSums(rows);
        List<RowSums> groups = IntStream.range(0, AmountRows.LEVELS)
                .mapToObj(level -> new RowSums(rows))
                .toList();
        for (int place = 0; place < order.length; place++) {
            int row = order[place];
            if (!found.containsKey(row)) {
                String addends = sinceTotal.addendsOf(row);
                addends = addends == null ? ofAll(all.addendsOf(row)) : addends;
                addends = addends == null ? ofGroup(groups, order, place) : addends;
                if (addends != null) {
                    found.put(row, addends);
                }
            }
            boolean total = found.containsKey(row) || isNamedTotal.test(row);
            if (total) {
                sinceTotal.clear(row);
            } else {
                sinceTotal.add(row);
                all.add(row);
            }
            for (int level = 0; level < groups.size(); level++) {
                if (place > 0 && !rows.sameGroup(row, order[place - 1], level)) {
                    groups.get(level).clear();
                }
                if (!total) {
                    groups.get(level).add(row);
                }
            }
        }
    }

    private static @Nullable String ofAll(@Nullable String addends) {
        return addends == null ? null : addends + ", without the totals among them";
    }

    /** The sums of a group still hold when the row after it is examined. */
    private @Nullable String ofGroup(List<RowSums> groups, int[] order, int place) {
        for (int level = 0; level < groups.size(); level++) {
            boolean last = place == order.length - 1 || !rows.sameGroup(order[place], order[place + 1], level);
            String addends = last ? groups.get(level).addendsOf(order[place]) : null;
            if (addends != null) {
                return addends;
            }
        }
        return null;
    }
}
