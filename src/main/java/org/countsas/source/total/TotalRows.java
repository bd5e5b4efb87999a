package org.countsas.source.total;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private final AmountRows rows = new AmountRows();
    /** The cell that says that the row is a total, for each row that has one. */
    private final Map<Integer, String> names = new HashMap<>();
    /** Whether ministries, bureaus and accounts, which occur repeatedly, are names of totals. */
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * Takes an item, in the order of the file; those of one row follow one another.
     *
     * @param column the column of the amount, as its header names it
     */
    public void add(BudgetItem item, Origin origin, String column) {
        if (rows.add(item, origin, column)) {
            nameOfTotal(item.programme()).ifPresent(name -> names.put(rows.size() - 1, name));
        }
    }

    /** Warns about the totals among the items that were taken. */
    public void report(ReadingBuilder reading) {
        Map<Integer, String> sums = new SumSearch(rows, names::containsKey).find();
        TreeSet<Integer> totals = new TreeSet<>(names.keySet());
        totals.addAll(sums.keySet());
        for (int row : totals) {
            for (int index = rows.from(row); index < rows.from(row + 1); index++) {
                warn(reading, row, index, sums.get(row));
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

    private void warn(ReadingBuilder reading, int row, int index, @Nullable String addends) {
        Origin origin = rows.origin(row);
        AmountRows.Kind kind = rows.kindOf(index);
        Stream<String> why = Stream.concat(
                Stream.ofNullable(names.get(row)).map(cell -> "'" + cell + "' names a total"),
                Stream.ofNullable(addends).map(sum -> "it is the sum of " + sum));
        reading.warn(
                new Problem(
                        Code.TOTAL_ROW,
                        origin.place().field(rows.column(index)),
                        "The amount of id '" + rows.id(row) + "' (" + rows.amount(index) + ") may count twice: "
                                + why.collect(Collectors.joining(", and ")),
                        FIX),
                Scope.of(kind.fiscalYear(), kind.stage()),
                origin.file());
    }
}
