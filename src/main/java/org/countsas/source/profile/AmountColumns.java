package org.countsas.source.profile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.countsas.item.Stage;
import org.countsas.source.table.ColumnNames;
import org.jspecify.annotations.Nullable;

/** The columns of a table with amounts of one stage in one unit. Immutable and thread-safe. */
public sealed interface AmountColumns {

    /** The stage of the amounts; null if the columns do not determine it. */
    @Nullable
    Stage stage();

    /** What the amounts count in, as a multiple of the currency's unit; null if the profile does not say. */
    @Nullable
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
            @Nullable BigDecimal unit,
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
     * @param pattern their names
     * @param years   which years
     */
    record ByYear(
            YearPattern pattern,
            YearRange years,
            @Nullable Stage stage,
            @Nullable BigDecimal unit,
            List<RowConditions.Condition> where)
            implements AmountColumns {
        public ByYear {
            where = List.copyOf(where);
        }

        @Override
        public boolean hasAmounts(ColumnNames header) {
            return !columns(header).isEmpty();
        }

        /** The years of those columns, by their numbers, in the order of the table. */
        public Map<Integer, Integer> columns(ColumnNames header) {
            Map<Integer, Integer> found = new LinkedHashMap<>();
            for (int column = 0; column < header.size(); column++) {
                OptionalInt year = pattern.year(header.names().get(column));
                if (year.isPresent()) {
                    found.put(column, year.getAsInt());
                }
            }
            int newest =
                    found.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            found.values().removeIf(year -> !years.includes(year, newest));
            return found;
        }
    }
}
