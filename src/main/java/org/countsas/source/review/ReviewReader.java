package org.countsas.source.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.countsas.concurrent.ParallelTasks;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.table.Table;

/**
 * Collects the tables of an export and reads them once it has them all. They are large and independent of one another, so they are read in
 * parallel; their content is joined in one thread, and does not depend on the order of tables or rows. Not thread-safe.
 */
final class ReviewReader implements FormatReader {
    /** The id of the format. */
    static final String FORMAT = "rs-system";

    private final ReadingBuilder reading;
    private final boolean sections;
    private final Map<RsTable, List<Table>> tables = new TreeMap<>();

    /** @param sections whether the sections that projects are paid from are wanted, which takes time */
    ReviewReader(ReadingBuilder reading, boolean sections) {
        this.reading = reading;
        this.sections = sections;
    }

    @Override
    public void read(InputFile file) {
        RsTable kind = RsTable.of(file.header()).orElseThrow();
        tables.computeIfAbsent(kind, k -> new ArrayList<>()).add(file.table());
    }

    /** @throws ProblemException {@code MISSING_TABLE} without 1-2 or 2-1, or what reading a table throws */
    @Override
    public void finish() {
        requireTables();
        List<Table.Pass<RsOverview>> overviews = new ArrayList<>();
        List<Table.Pass<RsPolicies>> policies = new ArrayList<>();
        List<Table.Pass<RsAmounts>> amounts = new ArrayList<>();
        List<Table.Pass<RsBudgetLines>> lines = new ArrayList<>();
        List<Runnable> work = new ArrayList<>();
        // The largest tables first, so that no core waits for the last one.
        of(RsTable.AMOUNTS).forEach(table -> slot(amounts, work, () -> table.read(() -> new RsAmounts(table.name()))));
        if (sections) {
            of(RsTable.BUDGET_LINES)
                    .forEach(table -> slot(lines, work, () -> table.read(() -> new RsBudgetLines(table.name()))));
        }
        of(RsTable.OVERVIEW)
                .forEach(table -> slot(overviews, work, () -> table.read(() -> new RsOverview(table.name()))));
        of(RsTable.POLICIES)
                .forEach(table -> slot(policies, work, () -> table.read(() -> new RsPolicies(table.name()))));
        ParallelTasks.run(work);
        new RsJoin(reading, overviews, policies, amounts).join();
        new RsSections(reading, lines).add();
        if (!sections) {
            of(RsTable.BUDGET_LINES).forEach(table -> reading.file(ReadFile.unread(table.name(), FORMAT)));
        }
        of(RsTable.OTHER).forEach(table -> reading.file(ReadFile.unread(table.name(), FORMAT)));
    }

    private List<Table> of(RsTable kind) {
        return tables.getOrDefault(kind, List.of());
    }

    private void requireTables() {
        String files = String.join(
                ", ",
                tables.values().stream().flatMap(List::stream).map(Table::name).toList());
        Problems problems = new Problems();
        for (RsTable kind : List.of(RsTable.OVERVIEW, RsTable.AMOUNTS)) {
            if (of(kind).isEmpty()) {
                problems.add(
                        Code.MISSING_TABLE,
                        Place.NONE,
                        "The RS System export lacks table " + kind.title() + "; found: " + files,
                        "Name the folder that holds all its tables, or add that table's file");
            }
        }
        problems.throwIfAny();
        if (of(RsTable.POLICIES).isEmpty()) {
            reading.warn(
                    Code.MISSING_TABLE,
                    Place.NONE,
                    "The RS System export lacks table " + RsTable.POLICIES.title()
                            + ": no item cites plans or laws, and rules that look at them cannot hold",
                    "Add that table's file");
        }
    }

    /** Keeps a place for a result, so that results are in the order of the tables. */
    private static <T> void slot(List<T> results, List<Runnable> work, Supplier<T> reader) {
        int index = results.size();
        results.add(null);
        work.add(() -> results.set(index, reader.get()));
    }
}
