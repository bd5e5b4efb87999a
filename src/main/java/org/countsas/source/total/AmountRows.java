package org.countsas.source.total;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.source.result.Origin;

/** The items of a file by row. An item is identified by its index, from 0 in the order of the file. Immutable. */
final class AmountRows {
    /** How many of ministry, bureau and account a group of rows can share. */
    static final int LEVELS = 3;

    private final List<BudgetItem> items;
    private final List<Origin> origins;
    private final int[] from;
    private final int[] kinds;
    private final int size;
    private final int numberOfKinds;

    /** Amounts of the same kind can be added up. */
    private record Kind(int fiscalYear, Stage stage, String currency) {}

    /** @param origins the rows of the items; the items of one row follow one another */
    AmountRows(List<BudgetItem> items, List<Origin> origins) {
        this.items = items;
        this.origins = origins;
        from = new int[items.size() + 1];
        kinds = new int[items.size()];
        Map<Kind, Integer> numbers = new HashMap<>();
        int rows = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (i == 0 || !origins.get(i).equals(origins.get(i - 1))) {
                from[rows++] = i;
            }
            BudgetItem item = items.get(i);
            Kind kind = new Kind(item.fiscalYear(), item.stage(), item.currency());
            Integer known = numbers.putIfAbsent(kind, numbers.size());
            kinds[i] = known == null ? numbers.size() - 1 : known;
        }
        from[rows] = kinds.length;
        size = rows;
        numberOfKinds = numbers.size();
    }

    /** How many rows there are. */
    int size() {
        return size;
    }

    /** How many kinds of amounts there are; each kind has one fiscal year, stage and currency. */
    int numberOfKinds() {
        return numberOfKinds;
    }

    /** The first item of a row; of the row after the last, the number of items. */
    int from(int row) {
        return from[row];
    }

    /** The kind of an item's amount, from 0. */
    int kind(int index) {
        return kinds[index];
    }

    /** The amount of an item. */
    long amount(int index) {
        return items.get(index).amount();
    }

    /** The row's number in the file. */
    int line(int row) {
        return origins.get(from[row]).row();
    }

    /** The programme that the row is about. */
    Programme programme(int row) {
        return items.get(from[row]).programme();
    }

    /** Whether two rows share their ministry; from level 1 on, also their bureau; at level 2, also the account. */
    boolean sameGroup(int row, int other, int level) {
        Programme one = programme(row);
        Programme two = programme(other);
        return one.ministry().equals(two.ministry())
                && (level < 1 || one.bureau().equals(two.bureau()))
                && (level < 2 || one.account().equals(two.account()));
    }
}
