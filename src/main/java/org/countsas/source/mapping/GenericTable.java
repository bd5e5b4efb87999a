package org.countsas.source.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.TextLists;
import org.countsas.source.result.FileTally;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.TableConsumer;

/** Makes items of the rows of a table whose columns' meaning is known. Not thread-safe. */
public final class GenericTable {
    private final ReadingBuilder assembly;
    private final ItemMaker items;
    private final Mapping mapping;
    private final List<String> names;

    /** All rows of a table, to be gone through more than once. */
    public static final class Rows implements TableConsumer {
        private record Row(Origin origin, String[] cells, String broken) {}

        private final List<Row> rows = new ArrayList<>();
        private final String file;

        public Rows(String file) {
            this.file = file;
        }

        @Override
        public boolean[] header(int row, List<String> columns) {
            boolean[] all = new boolean[columns.size()];
            java.util.Arrays.fill(all, true);
            return all;
        }

        @Override
        public void row(int row, String[] cells) {
            rows.add(new Row(new Origin(file, row), cells, ""));
        }

        @Override
        public void broken(int row, String reason) {
            rows.add(new Row(new Origin(file, row), new String[0], reason));
        }

        public int count() {
            return rows.size();
        }
    }

    public GenericTable(ReadingBuilder assembly, Mapping mapping, ColumnNames header) {
        this.assembly = assembly;
        this.items = new ItemMaker(assembly);
        this.mapping = mapping;
        this.names = header.names();
    }

    public void read(Rows rows, FileTally tally) {
        Map<String, Integer> times = new HashMap<>();
        if (!mapping.apartBy().isEmpty()) {
            rows.rows.stream()
                    .filter(row -> row.broken().isEmpty())
                    .forEach(row -> times.merge(id(row.cells()), 1, Integer::sum));
        }
        for (Rows.Row row : rows.rows) {
            tally.count(read(row, times));
        }
    }

    private RowUse read(Rows.Row row, Map<String, Integer> times) {
        if (!row.broken().isEmpty()) {
            return reject(
                    row,
                    new Problem(
                            Code.BROKEN_ROW,
                            row.origin().place(),
                            row.broken(),
                            "Check separators and quotes in this row"));
        }
        String id = id(row.cells());
        if (id.isEmpty()) {
            String column = names.get(mapping.columns().get(TableField.ID).get(0));
            return reject(
                    row,
                    new Problem(
                            Code.MISSING_ID,
                            row.origin().place().field(column),
                            "The row has no id",
                            "Fill in the id"));
        }
        if (times.getOrDefault(id, 1) > 1) {
            id += "-" + join(row.cells(), mapping.apartBy(), "-");
        }
        Programme programme = assembly.shared(programme(id, row.cells()));
        ItemMaker.Cell year = cell(
                row.cells(),
                TableField.FISCAL_YEAR,
                mapping.fiscalYear().isPresent()
                        ? String.valueOf(mapping.fiscalYear().getAsInt())
                        : "");
        ItemMaker.Cell stage = cell(row.cells(), TableField.STAGE, mapping.stage());
        ItemMaker.Cell currency = cell(row.cells(), TableField.CURRENCY, mapping.currency());
        RowUse use = RowUse.WITHOUT_AMOUNT;
        for (Mapping.AmountColumn amount : mapping.amounts()) {
            String text = row.cells()[amount.column()];
            if (mapping.noAmount().contains(text.strip())) {
                continue;
            }
            boolean made = items.make(
                    row.origin(),
                    programme,
                    amount.fiscalYear().isEmpty() ? year : new ItemMaker.Cell(amount.name(), amount.fiscalYear()),
                    amount.stage().isEmpty() ? stage : new ItemMaker.Cell(amount.name(), amount.stage()),
                    currency,
                    new ItemMaker.Cell(amount.name(), text),
                    amount.unit());
            use = made || use == RowUse.ITEMS ? RowUse.ITEMS : RowUse.REJECTED;
        }
        return use;
    }

    private RowUse reject(Rows.Row row, Problem problem) {
        assembly.reject(problem, row.origin(), Optional.empty(), OptionalInt.empty(), Optional.empty());
        return RowUse.REJECTED;
    }

    private Programme programme(String id, String[] cells) {
        Map<String, String> attributes = new LinkedHashMap<>();
        mapping.attributes().forEach((key, column) -> {
            if (!cells[column].isBlank()) {
                attributes.put(key, cells[column]);
            }
        });
        return Programme.builder(id)
                .ministry(text(cells, TableField.MINISTRY))
                .bureau(text(cells, TableField.BUREAU))
                .account(text(cells, TableField.ACCOUNT))
                .name(text(cells, TableField.NAME))
                .purpose(text(cells, TableField.PURPOSE))
                .overview(text(cells, TableField.OVERVIEW))
                .majorExpense(text(cells, TableField.MAJOR_EXPENSE))
                .plans(TextLists.split(text(cells, TableField.PLANS)))
                .laws(TextLists.split(text(cells, TableField.LAWS)))
                .attributes(attributes)
                .build();
    }

    private String id(String[] cells) {
        List<Integer> columns = mapping.columns().get(TableField.ID);
        return columns.stream().allMatch(column -> cells[column].isBlank()) ? "" : join(cells, columns, "-");
    }

    /** An empty part stays: without it, two ids could come out the same. */
    private static String join(String[] cells, List<Integer> columns, String between) {
        return columns.stream().map(column -> cells[column].strip()).collect(Collectors.joining(between));
    }

    private String text(String[] cells, TableField field) {
        List<Integer> columns = mapping.columns().getOrDefault(field, List.of());
        return columns.size() == 1
                ? cells[columns.get(0)]
                : columns.stream()
                        .map(column -> cells[column])
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .collect(Collectors.joining("\n"));
    }

    /** The row's own word goes before what holds for the whole table. */
    private ItemMaker.Cell cell(String[] cells, TableField field, String otherwise) {
        List<Integer> columns = mapping.columns().getOrDefault(field, List.of());
        if (columns.isEmpty()) {
            return new ItemMaker.Cell(field.key(), otherwise);
        }
        String text = cells[columns.get(0)];
        return new ItemMaker.Cell(names.get(columns.get(0)), text.isBlank() ? otherwise : text);
    }
}
