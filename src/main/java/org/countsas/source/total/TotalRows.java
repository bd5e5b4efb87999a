package org.countsas.source.total;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Warns about rows of a file that look like totals of others: a cell says so (Total, 合計, 小計), or the amounts are sums of others.
 * {@link SumSearch} says which sums are considered. Not thread-safe.
 */
public final class TotalRows {
    private static final String FIX =
            "If it is a total, take its row out of the input; a mapping profile can leave rows out";

    private final List<BudgetItem> items = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    /** Whether ministries, bureaus and accounts, which occur repeatedly, are names of totals. */
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * Takes an item, in the order of the file; those of one row follow one another.
     *
     * @param column the column of the amount, as its header names it
     */
    public void add(BudgetItem item, Origin origin, String column) {
        items.add(item);
        origins.add(origin);
        columns.add(column);
    }

    /** Warns about the totals among the items that were taken. */
    public void report(ReadingBuilder reading) {
        AmountRows rows = new AmountRows(items, origins);
        List<Optional<String>> names = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            names.add(nameOfTotal(rows.programme(row)));
        }
        Map<Integer, String> sums = new SumSearch(rows, row -> names.get(row).isPresent()).find();
        for (int row = 0; row < rows.size(); row++) {
            String name = names.get(row).orElse(null);
            String sum = sums.get(row);
            if (name != null || sum != null) {
                for (int index = rows.from(row); index < rows.from(row + 1); index++) {
                    warn(reading, index, reason(items.get(index), name, sum));
                }
            }
        }
    }

    /** The cell that says that the row is a total. */
    private Optional<String> nameOfTotal(Programme programme) {
        return Stream.of(programme.name(), programme.id())
                .filter(TotalWords::nameTotal)
                .findFirst()
                .or(() -> Stream.of(programme.ministry(), programme.bureau(), programme.account())
                        .filter(cell -> known.computeIfAbsent(cell, TotalWords::nameTotal))
                        .findFirst());
    }

    private void warn(ReadingBuilder reading, int index, String reason) {
        BudgetItem item = items.get(index);
        Origin origin = origins.get(index);
        reading.warn(
                new Problem(Code.TOTAL_ROW, origin.place().field(columns.get(index)), reason, FIX),
                Scope.of(item.fiscalYear(), item.stage()),
                origin.file());
    }

    private static String reason(BudgetItem item, @Nullable String name, @Nullable String sum) {
        return "The amount of id '" + item.id() + "' (" + item.amount() + ") may count twice: "
                + (name == null ? "" : "'" + name + "' names a total")
                + (name == null || sum == null ? "" : ", and ")
                + (sum == null ? "" : "it is the sum of " + sum);
    }
}
