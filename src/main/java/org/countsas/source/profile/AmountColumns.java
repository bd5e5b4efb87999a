package org.countsas.source.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.countsas.item.Stage;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.table.ColumnNames;
import org.jspecify.annotations.Nullable;

/** The columns of a table with amounts of one stage in one unit. Immutable and thread-safe. */
public sealed interface AmountColumns {

    /** The stage of the amounts; null if the columns do not determine it. */
    @Nullable
    Stage stage();

    /** What the amounts count in, as a multiple of the currency's unit. */
    BigDecimal unit();

    /** The conditions that a row must all meet for the columns to give amounts for it. */
    List<RowConditions.Condition> where();

    /** Whether a table has such columns, and those that the conditions use. */
    default boolean isIn(ColumnNames header) {
        return hasAmounts(header) && where().stream().allMatch(condition -> header.has(condition.column()));
    }

    /** Whether a table has such columns, whatever the conditions use. */
    boolean hasAmounts(ColumnNames header);

    /**
     * A single column.
     *
     * @param column     its name
     * @param fiscalYear the fiscal year of its amounts; null if the column does not determine it
     */
    record One(
            String column,
            @Nullable Integer fiscalYear,
            @Nullable Stage stage,
            BigDecimal unit,
            List<RowConditions.Condition> where)
            implements AmountColumns {
        public One {
            where = List.copyOf(where);
        }

        @Override
        public boolean hasAmounts(ColumnNames header) {
            return header.has(column);
        }
    }

    /**
     * All columns named by a fiscal year.
     *
     * @param from the first year
     * @param to   the last year
     */
    record ByYear(int from, int to, @Nullable Stage stage, BigDecimal unit, List<RowConditions.Condition> where)
            implements AmountColumns {
        public ByYear {
            where = List.copyOf(where);
        }

        @Override
        public boolean hasAmounts(ColumnNames header) {
            return !columns(header).isEmpty();
        }

        /** The numbers of those columns. */
        public List<Integer> columns(ColumnNames header) {
            return IntStream.range(0, header.size())
                    .filter(column -> {
                        OptionalInt year = FiscalYear.parse(header.names().get(column));
                        return year.isPresent() && year.getAsInt() >= from && year.getAsInt() <= to;
                    })
                    .boxed()
                    .toList();
        }
    }
}
