package org.countsas.source.mapping;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.ItemCells;
import org.countsas.source.cell.ItemParser;
import org.countsas.source.cell.KnownAmount;
import org.countsas.source.profile.SameId;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.Scope;
import org.countsas.source.table.ColumnMeaning;
import org.countsas.source.table.SpreadsheetError;
import org.jspecify.annotations.Nullable;

/** Makes items from the rows of a table whose columns' meaning is known. Not thread-safe. */
final class RowMapper {
    private final ReadingBuilder reading;
    private final List<String> names;
    private final ColumnMapping mapping;
    private final ProgrammeMapper programmes;
    private final List<Integer> textColumns;
    private final ItemParser items;
    private final RowAmounts amounts;
    private final LeftOutTally leftOut;
    private final SameIdNote sameIds;
    private final RowIds unchanged;
    /** All rows, if rows with the same id belong together. */
    private final List<TableRows.Row> waiting = new ArrayList<>();

    private final Map<RowUse, Integer> uses = new EnumMap<>(RowUse.class);
    private int rows;
    private final String profile;

    /**
     * @param names   the names of the columns
     * @param profile the name of the profile from which the mapping was made; null if it was made without one
     */
    RowMapper(ReadingBuilder reading, List<String> names, ColumnMapping mapping, @Nullable String profile) {
        this.reading = reading;
        this.names = names;
        this.mapping = mapping;
        this.programmes = new ProgrammeMapper(mapping);
        this.textColumns = List.copyOf(programmes.columns());
        this.items = new ItemParser(reading);
        this.profile = profile == null ? "" : profile;
        this.amounts = new RowAmounts(names, mapping);
        this.leftOut = new LeftOutTally(this.profile);
        this.sameIds = new SameIdNote(mapping.sameId());
        this.unchanged = new RowIds(mapping, programmes, List.of());
    }

    /** Takes a row. Unless rows with the same id belong together, its items are added at once. */
    void take(TableRows.Row row) {
        rows++;
        if (RowIds.needed(mapping)) {
            waiting.add(row);
        } else {
            read(row, unchanged);
        }
    }

    /** Adds the items of rows that have waited for others with their id, and reports on all rows; to be called once. */
    void finish() {
        if (!waiting.isEmpty()) {
            RowIds ids = new RowIds(mapping, programmes, kept());
            ids.number(row -> known(row.cells()), sameIds);
            waiting.forEach(row -> read(row, ids));
        }
        items.finish();
        leftOut.report(reading);
        sameIds.report(reading, profile, names);
    }

    /** How many rows were taken. */
    int rows() {
        return rows;
    }

    /** What has become of the rows, and of how many. */
    Map<RowUse, Integer> uses() {
        return uses;
    }

    private void count(RowUse use) {
        uses.merge(use, 1, Integer::sum);
    }

    private void read(TableRows.Row row, RowIds ids) {
        if (row instanceof TableRows.Row.Whole whole) {
            Optional<String> reason = mapping.rows().leavesOut(whole.cells());
            if (reason.isPresent()) {
                count(leaveOut(whole, reason.get()));
            } else {
                read(whole, ids);
            }
        } else if (row instanceof TableRows.Row.Broken broken) {
            count(reject(row, broken.problem()));
        }
    }

    /** The rows that no condition leaves out. */
    private List<TableRows.Row.Whole> kept() {
        List<TableRows.Row.Whole> kept = new ArrayList<>();
        for (TableRows.Row row : waiting) {
            if (row instanceof TableRows.Row.Whole whole
                    && mapping.rows().leavesOut(whole.cells()).isEmpty()) {
                kept.add(whole);
            }
        }
        return kept;
    }

    private RowUse leaveOut(TableRows.Row.Whole row, String reason) {
        leftOut.add(row.origin(), reason, known(row.cells()));
        return RowUse.LEFT_OUT;
    }

    private void read(TableRows.Row.Whole row, RowIds ids) {
        String id = ids.of(row);
        if (id.isEmpty()) {
            String column = names.get(columnsOf(ColumnMeaning.ID).get(0));
            count(reject(
                    row,
                    new Problem(
                            Code.MISSING_ID,
                            row.origin().place().field(column),
                            "The row has no id",
                            "Fill in the id")));
            return;
        }
        for (int column : columnsOf(ColumnMeaning.ID)) {
            Optional<String> meaning = SpreadsheetError.meaning(row.cells()[column]);
            if (meaning.isPresent()) {
                count(reject(row, failedFormula(row, column, meaning.get(), "Correct the formula, or write the id")));
                return;
            }
        }
        tellFailedFormulas(row);
        List<TableRows.Row.Whole> same = mapping.sameId() == SameId.SUM ? ids.rows(id) : List.of();
        if (same.size() <= 1) {
            count(read(id, row));
        } else if (same.get(0).origin().equals(row.origin())) {
            addUp(id, same);
        }
    }

    private List<Integer> columnsOf(ColumnMeaning meaning) {
        return mapping.columns().getOrDefault(meaning, List.of());
    }

    /** Texts are kept as they are, but a rule that looks for a ministry will not find it in #N/A. */
    private void tellFailedFormulas(TableRows.Row.Whole row) {
        for (int column : textColumns) {
            SpreadsheetError.meaning(row.cells()[column])
                    .ifPresent(meaning -> reading.warn(
                            failedFormula(row, column, meaning, "Correct the formula, or write the text"),
                            Scope.EVERYTHING,
                            row.origin().file() + " " + names.get(column)));
        }
    }

    private Problem failedFormula(TableRows.Row.Whole row, int column, String meaning, String fix) {
        return new Problem(
                Code.SPREADSHEET_ERROR,
                row.origin().place().field(names.get(column)),
                "'" + row.cells()[column].strip() + "' is the error of a spreadsheet: " + meaning,
                fix);
    }

    private RowUse read(String id, TableRows.Row.Whole row) {
        Programme programme = reading.shared(programmes.programme(id, row.cells()));
        RowUse use = RowUse.WITHOUT_AMOUNT;
        for (ItemCells cells : amounts.of(row.cells())) {
            boolean made = items.parse(row.origin(), programme, cells);
            use = made || use == RowUse.ITEMS ? RowUse.ITEMS : RowUse.REJECTED;
        }
        return use;
    }

    /** Amounts of one id that are added up have these in common. */
    private record Kind(int fiscalYear, Stage stage, String currency) {}

    /** What one row adds to an amount. */
    private record Part(TableRows.Row.Whole row, long value, String column) {}

    /** Makes one item of all amounts of an id for the same fiscal year and stage. */
    private void addUp(String id, List<TableRows.Row.Whole> same) {
        IdentityHashMap<TableRows.Row.Whole, RowUse> byRow = new IdentityHashMap<>();
        Map<Kind, List<Part>> kinds = new LinkedHashMap<>();
        for (TableRows.Row.Whole row : same) {
            RowUse use = RowUse.WITHOUT_AMOUNT;
            for (ItemCells cells : amounts.of(row.cells())) {
                Optional<KnownAmount> known = items.amount(cells);
                if (known.isPresent()) {
                    KnownAmount amount = known.get();
                    kinds.computeIfAbsent(
                                    new Kind(amount.fiscalYear(), amount.stage(), amount.currency()),
                                    kind -> new ArrayList<>())
                            .add(new Part(row, amount.value(), cells.amount().column()));
                    use = RowUse.PART;
                } else {
                    items.parse(row.origin(), programmes.programme(id, row.cells()), cells);
                    use = use == RowUse.PART ? use : RowUse.REJECTED;
                }
            }
            byRow.put(row, use);
        }
        kinds.forEach((kind, parts) -> {
            if (addUp(id, kind, parts)) {
                byRow.put(parts.get(0).row(), RowUse.ITEMS);
            }
        });
        byRow.values().forEach(this::count);
    }

    /** Adds up the amounts of several rows; a row that states one twice is rejected the second time, as it would be without the others. */
    private boolean addUp(String id, Kind kind, List<Part> stated) {
        IdentityHashMap<TableRows.Row.Whole, Part> parts = new IdentityHashMap<>();
        List<TableRows.Row.Whole> rows = new ArrayList<>();
        List<Part> again = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        for (Part part : stated) {
            if (parts.putIfAbsent(part.row(), part) == null) {
                rows.add(part.row());
                sum = sum.add(BigInteger.valueOf(part.value()));
            } else {
                again.add(part);
            }
        }
        Programme programme = reading.shared(programmes.programme(
                id, rows.stream().map(TableRows.Row.Whole::cells).toList()));
        if (rows.size() > 1) {
            sameIds.add(id, rows, programmes);
        }
        boolean added = add(programme, kind, sum, stated.get(0));
        again.forEach(part -> add(programme, kind, BigInteger.valueOf(part.value()), part));
        return added;
    }

    private boolean add(Programme programme, Kind kind, BigInteger amount, Part first) {
        Origin origin = first.row().origin();
        if (amount.bitLength() > 63) {
            reading.reject(
                    new Problem(
                            Code.BAD_AMOUNT,
                            origin.place().field(first.column()),
                            "The parts of id '" + programme.id() + "' come to " + amount
                                    + ", which is too large an amount",
                            "Check the amounts of rows with this id"),
                    origin,
                    new Scope(programme.id(), kind.fiscalYear(), kind.stage()));
            return false;
        }
        return items.add(
                origin,
                programme,
                new KnownAmount(kind.fiscalYear(), kind.stage(), amount.longValueExact(), kind.currency()),
                first.column());
    }

    private RowUse reject(TableRows.Row row, Problem problem) {
        reading.reject(problem, row.origin(), Scope.EVERYTHING);
        return RowUse.REJECTED;
    }

    /** The amounts of a row that can be read. */
    private List<KnownAmount> known(String[] cells) {
        return amounts.of(cells).stream()
                .map(items::amount)
                .flatMap(Optional::stream)
                .toList();
    }
}
