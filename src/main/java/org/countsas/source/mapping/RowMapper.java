package org.countsas.source.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.countsas.concurrent.Handover;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.ItemCells;
import org.countsas.source.cell.ItemParser;
import org.countsas.source.cell.KnownAmount;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.Scope;
import org.countsas.source.table.ColumnMeaning;
import org.countsas.source.table.Table;
import org.jspecify.annotations.Nullable;

/** Makes items from the rows of a table whose columns' meaning is known. Not thread-safe. */
final class RowMapper {
    private final ReadingBuilder reading;
    private final List<String> names;
    private final ColumnMapping mapping;
    private final ProgrammeMapper programmes;
    private final ItemParser items;
    private final LeftOutTally leftOut;
    private final Map<RowUse, Integer> uses = new EnumMap<>(RowUse.class);

    /**
     * @param names   the names of the columns
     * @param profile the name of the profile from which the mapping was made; null if it was made without one
     */
    RowMapper(ReadingBuilder reading, List<String> names, ColumnMapping mapping, @Nullable String profile) {
        this.reading = reading;
        this.names = names;
        this.mapping = mapping;
        this.programmes = new ProgrammeMapper(mapping);
        this.items = new ItemParser(reading);
        this.leftOut = new LeftOutTally(profile == null ? "" : profile);
    }

    /**
     * Adds the items of all rows of a table, one row after another.
     *
     * @param table is passed once, and once before if ids must be told apart
     */
    Table.Pass<TableRows> read(Table table) {
        Map<String, Integer> times = mapping.apartBy().isEmpty() ? Map.of() : times(table);
        AtomicReference<Table.Pass<TableRows>> pass = new AtomicReference<>();
        Handover.<TableRows.Row>run(
                each -> pass.set(table.read(() -> new TableRows(table.name(), each))), row -> take(row, times));
        items.finish();
        leftOut.report(reading);
        return requireNonNull(pass.get());
    }

    /** What has become of the rows, and of how many. */
    Map<RowUse, Integer> uses() {
        return uses;
    }

    private void take(TableRows.Row row, Map<String, Integer> times) {
        RowUse use;
        if (row instanceof TableRows.Row.Whole whole) {
            Optional<String> reason = mapping.rows().leavesOut(whole.cells());
            use = reason.isPresent() ? leaveOut(whole, reason.get()) : read(whole, times);
        } else {
            use = reject(row, ((TableRows.Row.Broken) row).problem());
        }
        uses.merge(use, 1, Integer::sum);
    }

    /** How many rows have each id. */
    private Map<String, Integer> times(Table table) {
        Map<String, Integer> times = new HashMap<>();
        table.read(() -> new TableRows(table.name(), row -> {
            if (row instanceof TableRows.Row.Whole whole
                    && mapping.rows().leavesOut(whole.cells()).isEmpty()) {
                times.merge(programmes.id(whole.cells()), 1, Integer::sum);
            }
        }));
        return times;
    }

    private RowUse leaveOut(TableRows.Row.Whole row, String reason) {
        leftOut.add(row.origin(), reason, amounts(row.cells()));
        return RowUse.LEFT_OUT;
    }

    private RowUse read(TableRows.Row.Whole row, Map<String, Integer> times) {
        String id = programmes.id(row.cells());
        if (id.isEmpty()) {
            String column = names.get(
                    requireNonNull(mapping.columns().get(ColumnMeaning.ID)).get(0));
            return reject(
                    row,
                    new Problem(
                            Code.MISSING_ID,
                            row.origin().place().field(column),
                            "The row has no id",
                            "Fill in the id"));
        }
        if (times.getOrDefault(id, 1) > 1) {
            id += "-" + programmes.idApart(row.cells());
        }
        Programme programme = reading.shared(programmes.programme(id, row.cells()));
        RowUse use = RowUse.WITHOUT_AMOUNT;
        for (ItemCells cells : itemCells(row.cells())) {
            boolean made = items.parse(row.origin(), programme, cells);
            use = made || use == RowUse.ITEMS ? RowUse.ITEMS : RowUse.REJECTED;
        }
        return use;
    }

    private RowUse reject(TableRows.Row row, Problem problem) {
        reading.reject(problem, row.origin(), Scope.EVERYTHING);
        return RowUse.REJECTED;
    }

    private List<KnownAmount> amounts(String[] cells) {
        return itemCells(cells).stream()
                .map(items::amount)
                .flatMap(Optional::stream)
                .toList();
    }

    /** One for each amount column in which the row has an amount. */
    private List<ItemCells> itemCells(String[] cells) {
        Integer year = mapping.defaults().fiscalYear();
        ItemCells.Cell ofYear = cell(cells, ColumnMeaning.FISCAL_YEAR, year == null ? "" : year.toString());
        ItemCells.Cell ofStage =
                cell(cells, ColumnMeaning.STAGE, mapping.defaults().stage().id());
        ItemCells.Cell currency =
                cell(cells, ColumnMeaning.CURRENCY, mapping.defaults().currency());
        List<ItemCells> found = new ArrayList<>(mapping.amounts().size());
        for (ColumnMapping.AmountColumn column : mapping.amounts()) {
            String amount = cells[column.number()];
            boolean isOne = column.where().stream().allMatch(condition -> condition.holds(cells));
            if (isOne && !mapping.noAmount().contains(amount.strip())) {
                found.add(new ItemCells(
                        column.fiscalYear().isEmpty() ? ofYear : new ItemCells.Cell(column.name(), column.fiscalYear()),
                        column.stage().isEmpty() ? ofStage : new ItemCells.Cell(column.name(), column.stage()),
                        currency,
                        new ItemCells.Cell(column.name(), amount),
                        column.unit()));
            }
        }
        return found;
    }

    /** What the row itself says overrides what applies to the whole table. */
    private ItemCells.Cell cell(String[] cells, ColumnMeaning meaning, String otherwise) {
        List<Integer> columns = mapping.columns().getOrDefault(meaning, List.of());
        if (columns.isEmpty()) {
            return new ItemCells.Cell(meaning.key(), otherwise);
        }
        String text = cells[columns.get(0)];
        return new ItemCells.Cell(names.get(columns.get(0)), text.isBlank() ? otherwise : text);
    }
}
