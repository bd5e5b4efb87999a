package org.countsas.source.mapping;

import java.util.ArrayList;
import java.util.List;
import org.countsas.source.cell.ItemCells;
import org.countsas.source.table.ColumnMeaning;

/** Picks the cells of a row that turn its amounts into items. Immutable and thread-safe. */
final class RowAmounts {
    private final List<String> names;
    private final ColumnMapping mapping;

    /** @param names the names of the columns */
    RowAmounts(List<String> names, ColumnMapping mapping) {
        this.names = names;
        this.mapping = mapping;
    }

    /** One for each amount column in which the row has an amount. */
    List<ItemCells> of(String[] cells) {
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
                        column.unit(),
                        mapping.numbers()));
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
