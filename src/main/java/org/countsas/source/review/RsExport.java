package org.countsas.source.review;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countsas.concurrent.ParallelTasks;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.source.result.FileTally;
import org.countsas.source.result.Format;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The export of the Administrative Project Review (行政事業レビュー): joins what the projects are (1-2), what they cite (1-3)
 * and their amounts (2-1) by 予算事業ID.
 *
 * <p>The tables are large and independent of one another, so they are read in parallel; joining is single-threaded and does
 * not depend on the order of tables or rows. Not thread-safe.
 */
public final class RsExport {
    private final ReadingBuilder assembly;
    private final Map<RsTable, List<Table>> tables = new TreeMap<>();
    private final Map<String, FileTally> tallies = new HashMap<>();

    public RsExport(ReadingBuilder assembly) {
        this.assembly = assembly;
    }

    public void add(RsTable kind, Table table) {
        tables.computeIfAbsent(kind, k -> new ArrayList<>()).add(table);
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /**
     * Reads and joins all tables.
     *
     * @throws ProblemException {@code MISSING_TABLE} without 1-2 or 2-1, or what reading a table throws
     */
    public void read() {
        requireTables();
        List<Table.Seen<RsOverview>> overviews = new ArrayList<>();
        List<Table.Seen<RsPolicies>> policies = new ArrayList<>();
        List<Table.Seen<RsAmounts>> amounts = new ArrayList<>();
        List<Runnable> work = new ArrayList<>();
        // The largest tables first, so that no core waits for the last one.
        of(RsTable.AMOUNTS).forEach(table -> slot(amounts, work, () -> table.read(() -> new RsAmounts(table.name()))));
        of(RsTable.OVERVIEW)
                .forEach(table -> slot(overviews, work, () -> table.read(() -> new RsOverview(table.name()))));
        of(RsTable.POLICIES)
                .forEach(table -> slot(policies, work, () -> table.read(() -> new RsPolicies(table.name()))));
        ParallelTasks.run(work);

        overviews.forEach(seen -> begin(seen.consumer(), seen.charset()));
        amounts.forEach(seen -> begin(seen.consumer(), seen.charset()));
        policies.forEach(seen -> begin(seen.consumer(), seen.charset()));
        Map<String, Map<String, RsPolicies.Citations>> citations = citations(policies);
        SortedMap<String, Map<String, RsAmounts.Funding>> funding = funding(amounts);
        Map<String, Map<String, Programme>> programmes = new HashMap<>();
        for (Table.Seen<RsOverview> seen : overviews) {
            seen.consumer()
                    .projects
                    .forEach((edition, projects) -> projects.forEach((id, project) -> programme(
                            seen.consumer(),
                            edition,
                            id,
                            project,
                            programmes,
                            citations.getOrDefault(edition, Map.of()).get(id),
                            funding.getOrDefault(edition, Map.of()).getOrDefault(id, new RsAmounts.Funding()))));
            tallies.get(seen.consumer().file()).count(RowUse.REPEAT, seen.consumer().repeats);
        }
        citeKnownProjects(policies, programmes);
        new RsItems(assembly, tallies, programmes).add(funding);
        finish(overviews, policies, amounts);
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
            assembly.warn(
                    Code.MISSING_TABLE,
                    Place.NONE,
                    "The RS System export lacks table " + RsTable.POLICIES.title()
                            + ": no item cites plans or laws, and rules that look at them cannot hold",
                    "Add that table's file");
        }
    }

    private static <T> void slot(List<T> results, List<Runnable> work, java.util.function.Supplier<T> reader) {
        int index = results.size();
        results.add(null);
        work.add(() -> results.set(index, reader.get()));
    }

    private void begin(RsRows rows, Optional<Charset> charset) {
        FileTally tally = new FileTally(rows.file(), Format.RS_SYSTEM, charset, Optional.empty());
        tallies.put(rows.file(), tally);
        rows.requireColumns(assembly);
        rows.rejected.forEach((origin, rejection) -> {
            assembly.reject(
                    rejection.problem(),
                    rejection.other(),
                    origin,
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty());
            tally.count(RowUse.REJECTED);
        });
    }

    private static Map<String, Map<String, RsPolicies.Citations>> citations(List<Table.Seen<RsPolicies>> policies) {
        Map<String, Map<String, RsPolicies.Citations>> all = new HashMap<>();
        policies.forEach(seen -> seen.consumer()
                .citations
                .forEach((edition, ofEdition) ->
                        ofEdition.forEach((id, cited) -> all.computeIfAbsent(edition, e -> new HashMap<>())
                                .merge(id, cited, RsPolicies.Citations::plus))));
        return all;
    }

    /** The newest edition first. */
    private static SortedMap<String, Map<String, RsAmounts.Funding>> funding(List<Table.Seen<RsAmounts>> amounts) {
        SortedMap<String, Map<String, RsAmounts.Funding>> all = new TreeMap<>(Comparator.reverseOrder());
        amounts.forEach(seen -> seen.consumer()
                .funding
                .forEach((edition, ofEdition) ->
                        ofEdition.forEach((id, project) -> all.computeIfAbsent(edition, e -> new LinkedHashMap<>())
                                .merge(id, project, RsAmounts.Funding::plus))));
        return all;
    }

    private void programme(
            RsOverview table,
            String edition,
            String id,
            RsOverview.Project project,
            Map<String, Map<String, Programme>> programmes,
            RsPolicies.@Nullable Citations cited,
            RsAmounts.Funding funding) {
        Map<String, Programme> ofEdition = programmes.computeIfAbsent(edition, e -> new HashMap<>());
        FileTally tally = tallies.get(table.file());
        if (ofEdition.containsKey(id)) {
            assembly.reject(
                    new Problem(
                            Code.DUPLICATE_ID,
                            project.origin.place().field(RsTable.ID),
                            "Id '" + id + "' is in another file of the same export already",
                            "Name each table once"),
                    project.origin,
                    Optional.of(id),
                    OptionalInt.empty(),
                    Optional.empty());
            tally.count(RowUse.REJECTED);
            return;
        }
        ofEdition.put(id, table.programme(id, project, funding.accounts, cited));
        if (!funding.totals.isEmpty()) {
            tally.count(RowUse.PROGRAMME);
        } else {
            assembly.reject(
                    new Problem(
                            Code.BAD_AMOUNT,
                            project.origin.place(),
                            "Id '" + id + "' has no amount in table " + RsTable.AMOUNTS.title(),
                            "Check that both tables are of the same edition"),
                    project.origin,
                    Optional.of(id),
                    OptionalInt.empty(),
                    Optional.empty());
            tally.count(RowUse.REJECTED);
        }
    }

    private void citeKnownProjects(
            List<Table.Seen<RsPolicies>> policies, Map<String, Map<String, Programme>> programmes) {
        for (Table.Seen<RsPolicies> seen : policies) {
            FileTally tally = tallies.get(seen.consumer().file());
            seen.consumer()
                    .citations
                    .forEach((edition, ofEdition) -> ofEdition.forEach((id, cited) -> {
                        boolean known =
                                programmes.getOrDefault(edition, Map.of()).containsKey(id);
                        tally.count(known ? RowUse.CITATION : RowUse.REJECTED, cited.rows());
                        if (!known) {
                            Problem problem = new Problem(
                                    Code.NO_SUCH_PROGRAMME,
                                    cited.origin().place().field(RsTable.ID),
                                    "Id '" + id + "' is not in table " + RsTable.OVERVIEW.title(),
                                    "Check that both tables are of the same edition");
                            assembly.warn(
                                    problem,
                                    OptionalInt.empty(),
                                    Optional.empty(),
                                    seen.consumer().file());
                        }
                    }));
        }
    }

    private void finish(
            List<Table.Seen<RsOverview>> overviews,
            List<Table.Seen<RsPolicies>> policies,
            List<Table.Seen<RsAmounts>> amounts) {
        List<RsRows> all = new ArrayList<>();
        overviews.forEach(seen -> all.add(seen.consumer()));
        policies.forEach(seen -> all.add(seen.consumer()));
        amounts.forEach(seen -> all.add(seen.consumer()));
        all.forEach(rows -> assembly.file(tallies.get(rows.file()).finish(rows.rows)));
        of(RsTable.OTHER)
                .forEach(table -> assembly.file(
                        new ReadFile(table.name(), Format.RS_SYSTEM, Optional.empty(), Optional.empty(), 0, Map.of())));
    }
}
