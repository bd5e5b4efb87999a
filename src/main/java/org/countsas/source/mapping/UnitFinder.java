package org.countsas.source.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.cell.Unit;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.TableTop;
import org.jspecify.annotations.Nullable;

/**
 * Finds the units that a table states outside the names of its columns: above the header, as a heading of its own, or in a row right below the
 * header. Not thread-safe.
 */
final class UnitFinder {
    private final TableForm form;
    private final ReadingBuilder reading;

    UnitFinder(TableForm form, ReadingBuilder reading) {
        this.form = form;
        this.reading = reading;
    }

    /**
     * The units that the table states.
     *
     * @param rows its first row, or none; one that states units and nothing else is taken out and reported
     * @throws ProblemException {@code TABLE_FORM} if it states several for the whole table
     */
    TableUnits find(List<TableRows.Row> rows) {
        return new TableUnits(row(rows), whole());
    }

    private TableUnits.@Nullable Stated whole() {
        Map<String, TableUnits.Stated> found = new TreeMap<>();
        for (TableTop.Line line : form.above()) {
            for (String cell : line.cells()) {
                Unit.inTitle(cell)
                        .ifPresent(unit -> found.putIfAbsent(
                                unit.unit().toPlainString(), new TableUnits.Stated(unit.unit(), line.row(), cell)));
            }
        }
        for (String name : form.header().names()) {
            Unit.alone(name)
                    .ifPresent(unit -> found.putIfAbsent(
                            unit.unit().toPlainString(), new TableUnits.Stated(unit.unit(), 0, name)));
        }
        if (found.size() > 1) {
            throw new ProblemException(
                    Code.TABLE_FORM,
                    Place.file(form.table().name()),
                    "The table states several units outside its columns: "
                            + found.values().stream()
                                    .map(unit -> "'" + unit.text() + "'")
                                    .collect(Collectors.joining(", ")),
                    "Say in a mapping profile which unit each column of amounts has, and take the others out of the table");
        }
        return found.isEmpty() ? null : found.values().iterator().next();
    }

    private Map<Integer, BigDecimal> row(List<TableRows.Row> rows) {
        Map<Integer, BigDecimal> units = new HashMap<>();
        if (rows.isEmpty() || !(rows.get(0) instanceof TableRows.Row.Whole first)) {
            return units;
        }
        List<String> found = new ArrayList<>();
        ColumnNames header = form.header();
        for (int column = 0; column < header.size(); column++) {
            String name = header.names().get(column);
            String cell = first.cells()[column];
            Optional<Unit.Stated> unit = Unit.alone(cell);
            if (!cell.isBlank() && (name.isEmpty() || unit.isEmpty())) {
                return Map.of();
            }
            if (unit.isPresent()) {
                units.put(column, unit.get().unit());
                found.add("'" + name + "' in " + unit.get().text());
            }
        }
        if (!units.isEmpty()) {
            rows.remove(0);
            reading.warn(
                    Code.TABLE_FORM,
                    first.origin().place(),
                    "The row below the header states units and is no item: " + String.join(", ", found),
                    "");
        }
        return units;
    }

    /** Says which columns count in the unit that the table states for the whole of it. */
    void report(TableUnits units, ColumnMapping mapping) {
        TableUnits.Stated whole = units.whole();
        if (whole == null) {
            return;
        }
        List<String> columns = mapping.amounts().stream()
                .filter(column -> column.unit().compareTo(whole.unit()) == 0
                        && units.ofColumn(column.number(), column.name()).isEmpty())
                .map(ColumnMapping.AmountColumn::name)
                .distinct()
                .toList();
        if (!columns.isEmpty()) {
            reading.warn(
                    Code.TABLE_FORM,
                    Place.file(form.table().name()),
                    "The amounts of '" + String.join("', '", columns) + "' are multiplied by "
                            + whole.unit().toPlainString() + ", as "
                            + (whole.row() > 0 ? "row " + whole.row() : "a heading") + " says: '" + whole.text() + "'",
                    "");
        }
    }
}
