package org.countsas.source.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countsas.source.cell.KnownAmount;
import org.countsas.source.profile.SameId;

/** The ids of a table's rows, told apart as far as the mapping says. Not thread-safe. */
final class RowIds {
    private final ColumnMapping mapping;
    private final ProgrammeMapper programmes;
    private final IdentityHashMap<TableRows.Row.Whole, String> ids = new IdentityHashMap<>();
    private final Map<String, List<TableRows.Row.Whole>> byId = new LinkedHashMap<>();

    /** Reads the amounts of a row as far as they can be read. */
    @FunctionalInterface
    interface Amounts {
        List<KnownAmount> of(TableRows.Row.Whole row);
    }

    /** A fiscal year and stage in which an id has an amount. */
    private record Slot(int fiscalYear, String stage) {}

    /** Whether the id of a row may depend on other rows. */
    static boolean needed(ColumnMapping mapping) {
        return !mapping.apartBy().isEmpty() || mapping.sameId() != SameId.MISTAKE;
    }

    /** @param rows the rows that are read, in the order of the table */
    RowIds(ColumnMapping mapping, ProgrammeMapper programmes, List<TableRows.Row.Whole> rows) {
        this.mapping = mapping;
        this.programmes = programmes;
        if (!needed(mapping)) {
            return; // every row keeps the id that it states
        }
        Map<String, Integer> times = new HashMap<>();
        for (TableRows.Row.Whole row : rows) {
            times.merge(programmes.id(row.cells()), 1, Integer::sum);
        }
        for (TableRows.Row.Whole row : rows) {
            String id = programmes.id(row.cells());
            boolean apart = !id.isEmpty() && !mapping.apartBy().isEmpty() && times.getOrDefault(id, 1) > 1;
            put(row, apart ? id + "-" + programmes.idApart(row.cells()) : id);
        }
    }

    private void put(TableRows.Row.Whole row, String id) {
        ids.put(row, id);
        byId.computeIfAbsent(id, key -> new ArrayList<>(1)).add(row);
    }

    /** The id of a row; empty if it has none. */
    String of(TableRows.Row.Whole row) {
        String id = ids.get(row);
        return id == null ? programmes.id(row.cells()) : id;
    }

    /** All rows with an id, in the order of the table. */
    List<TableRows.Row.Whole> rows(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /**
     * Numbers rows whose amounts have the same id, fiscal year and stage, by their order: the first keeps the id, the next ends in #2.
     *
     * @param note notes which rows were numbered
     */
    void number(Amounts amounts, SameIdNote note) {
        if (mapping.sameId() != SameId.NUMBER) {
            return;
        }
        Set<String> taken = new HashSet<>(byId.keySet());
        for (Map.Entry<String, List<TableRows.Row.Whole>> same : List.copyOf(byId.entrySet())) {
            if (same.getValue().size() > 1 && !same.getKey().isEmpty()) {
                number(same.getKey(), List.copyOf(same.getValue()), amounts, taken, note);
            }
        }
    }

    private void number(
            String id, List<TableRows.Row.Whole> rows, Amounts amounts, Set<String> taken, SameIdNote note) {
        List<String> names = new ArrayList<>(List.of(id));
        List<Set<Slot>> slots = new ArrayList<>(List.of(new HashSet<>()));
        for (TableRows.Row.Whole row : rows) {
            List<Slot> own = amounts.of(row).stream()
                    .map(amount -> new Slot(amount.fiscalYear(), amount.stage().id()))
                    .toList();
            int number = 0;
            while (number < slots.size() && own.stream().anyMatch(slots.get(number)::contains)) {
                number++;
            }
            if (number == slots.size()) {
                slots.add(new HashSet<>());
                names.add(free(id, number + 1, taken));
            }
            slots.get(number).addAll(own);
            ids.put(row, names.get(number));
        }
        if (names.size() > 1) {
            note.add(id, rows, programmes);
        }
    }

    /** A numbered id that no row states. */
    private static String free(String id, int from, Set<String> taken) {
        int number = from;
        while (!taken.add(id + "#" + number)) {
            number++;
        }
        return id + "#" + number;
    }
}
