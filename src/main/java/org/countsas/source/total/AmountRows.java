package org.countsas.source.total;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.source.result.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a file by row. An amount is identified by its index, from 0 in the order of the file. Of each row only numbers and the
 * bytes of its id are kept, some fifty bytes, because a file may have millions. Not thread-safe.
 */
final class AmountRows {
    /** How many of ministry, bureau and account a group of rows can share. */
    static final int LEVELS = 3;

    /** Amounts of the same kind can be added up. */
    record Kind(int fiscalYear, Stage stage, String currency) {}

    private final Numbering<Kind> kinds = new Numbering<>();
    private final Numbering<String> columns = new Numbering<>();
    private final Numbering<String> files = new Numbering<>();
    private final Numbering<String> owners = new Numbering<>();
    private int size;
    private int amountsSize;
    private @Nullable Origin last;
    private long[] amounts = new long[16];
    private int[] kindOf = new int[16];
    private int[] columnOf = new int[16];
    private int[] from = new int[16];
    private int[] line = new int[16];
    private int[] file = new int[16];
    private final int[][] group = new int[LEVELS][16];
    private int[] idFrom = new int[16];
    private byte[] ids = new byte[256];

    /** Numbers things from 0 in the order in which they are met. */
    private static final class Numbering<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> things = new ArrayList<>();

        int of(T thing) {
            Integer known = numbers.putIfAbsent(thing, things.size());
            if (known != null) {
                return known;
            }
            things.add(thing);
            return things.size() - 1;
        }

        T thing(int number) {
            return things.get(number);
        }

        int size() {
            return things.size();
        }
    }

    /**
     * Adds an amount, in the order of the file; those of one row follow one another.
     *
     * @param column the column of the amount
     * @return whether a row begins with it
     */
    boolean add(BudgetItem item, Origin origin, String column) {
        boolean begins = !origin.equals(last);
        if (begins) {
            last = origin;
            row(item.programme(), origin);
        }
        if (amountsSize == amounts.length) {
            amounts = Arrays.copyOf(amounts, 2 * amountsSize);
            kindOf = Arrays.copyOf(kindOf, 2 * amountsSize);
            columnOf = Arrays.copyOf(columnOf, 2 * amountsSize);
        }
        amounts[amountsSize] = item.amount();
        kindOf[amountsSize] = kinds.of(new Kind(item.fiscalYear(), item.stage(), item.currency()));
        columnOf[amountsSize] = columns.of(column);
        amountsSize++;
        from[size] = amountsSize;
        return begins;
    }

    private void row(Programme programme, Origin origin) {
        if (size + 1 == from.length) {
            int longer = 2 * from.length;
            from = Arrays.copyOf(from, longer);
            line = Arrays.copyOf(line, longer);
            file = Arrays.copyOf(file, longer);
            idFrom = Arrays.copyOf(idFrom, longer);
            for (int level = 0; level < LEVELS; level++) {
                group[level] = Arrays.copyOf(group[level], longer);
            }
        }
        line[size] = origin.row();
        file[size] = files.of(origin.file());
        group[0][size] = owners.of(programme.ministry());
        group[1][size] = owners.of(programme.bureau());
        group[2][size] = owners.of(programme.account());
        byte[] id = programme.id().getBytes(StandardCharsets.UTF_8);
        int end = Math.addExact(idFrom[size], id.length);
        if (end > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8, 2L * ids.length)));
        }
        System.arraycopy(id, 0, ids, idFrom[size], id.length);
        size++;
        idFrom[size] = end;
    }

    /** How many rows there are. */
    int size() {
        return size;
    }

    /** How many kinds of amounts there are; each kind has one fiscal year, stage and currency. */
    int numberOfKinds() {
        return kinds.size();
    }

    /** The first amount of a row; of the row after the last, the number of amounts. */
    int from(int row) {
        return from[row];
    }

    /** The number of an amount's kind, from 0. */
    int kind(int index) {
        return kindOf[index];
    }

    /** The fiscal year, stage and currency of an amount. */
    Kind kindOf(int index) {
        return kinds.thing(kindOf[index]);
    }

    /** An amount. */
    long amount(int index) {
        return amounts[index];
    }

    /** The column of an amount. */
    String column(int index) {
        return columns.thing(columnOf[index]);
    }

    /** The row's number in the file. */
    int line(int row) {
        return line[row];
    }

    /** Where the row is. */
    Origin origin(int row) {
        return new Origin(files.thing(file[row]), line[row]);
    }

    /** The id of the programme that the row is about. */
    String id(int row) {
        return new String(ids, idFrom[row], idFrom[row + 1] - idFrom[row], StandardCharsets.UTF_8);
    }

    /** Whether two rows share their ministry; from level 1 on, also their bureau; at level 2, also the account. */
    boolean sameGroup(int row, int other, int level) {
        for (int i = 0; i <= level; i++) {
            if (group[i][row] != group[i][other]) {
                return false;
            }
        }
        return true;
    }
}
