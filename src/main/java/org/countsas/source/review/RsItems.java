package org.countsas.source.review;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.Amount;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.RowUseCounter;
import org.countsas.source.result.Scope;
import org.jspecify.annotations.Nullable;

/** Makes the items of an RS System export from its table of amounts. Not thread-safe. */
final class RsItems {
    private static final String YEN = "JPY";

    private final ReadingBuilder reading;
    private final Map<String, RowUseCounter> uses;
    private final Map<String, Map<String, Programme>> programmes;
    /** Amounts that newer editions give: an edition repeats the years before it, with later corrections. */
    private final Set<List<Object>> newer = new HashSet<>();

    /**
     * @param uses    by file
     * @param programmes by edition and id
     */
    RsItems(ReadingBuilder reading, Map<String, RowUseCounter> uses, Map<String, Map<String, Programme>> programmes) {
        this.reading = reading;
        this.uses = uses;
        this.programmes = programmes;
    }

    /** @param funding by edition and id, the newest edition first */
    void add(SortedMap<String, Map<String, RsAmounts.Funding>> funding) {
        boolean several = funding.size() > 1;
        funding.forEach((edition, projects) -> {
            List<List<Object>> given = new ArrayList<>();
            projects.forEach((id, project) -> {
                project.totals.forEach(totals -> row(edition, id, totals, several ? given : null));
                parts(id, project);
            });
            newer.addAll(given);
        });
    }

    private void row(String edition, String id, RsAmounts.Totals totals, @Nullable List<List<Object>> given) {
        RowUseCounter counter = requireNonNull(uses.get(totals.origin().file()));
        OptionalInt year = FiscalYear.parse(totals.year());
        Programme programme = programmes.getOrDefault(edition, Map.of()).get(id);
        if (year.isEmpty() || programme == null) {
            Problem problem = year.isEmpty()
                    ? new Problem(
                            Code.BAD_YEAR,
                            totals.origin().place().field("予算年度"),
                            "'" + totals.year() + "' is not a fiscal year",
                            "Write it as 2024")
                    : new Problem(
                            Code.NO_SUCH_PROGRAMME,
                            totals.origin().place().field(RsTable.ID),
                            "Id '" + id + "' is not in table " + RsTable.OVERVIEW.title(),
                            "Check that both tables are of the same edition");
            reading.reject(problem, totals.origin(), new Scope(id, year(totals.year()), null));
            counter.count(RowUse.REJECTED);
            return;
        }
        int taken = 0;
        int superseded = 0;
        for (Stage stage : RsAmounts.STAGES) {
            String cell = totals.cell(stage);
            // A request is for the year after that of its row.
            int ofYear = stage == Stage.REQUEST ? year.getAsInt() + 1 : year.getAsInt();
            if (cell.isBlank()) {
                continue;
            }
            List<Object> key = given == null ? List.of() : List.of(id, ofYear, stage);
            if (given != null && newer.contains(key)) {
                superseded++;
                reading.warn(
                        new Problem(
                                Code.LEFT_OUT,
                                totals.origin().place(),
                                "Edition " + edition
                                        + " repeats an amount that a newer edition gives; the newer one holds",
                                ""),
                        Scope.of(ofYear, stage),
                        edition);
            } else if (amount(totals.origin(), programme, ofYear, stage, cell)) {
                taken++;
                if (given != null) {
                    given.add(key);
                }
            }
        }
        counter.count(taken > 0 ? RowUse.ITEMS : superseded > 0 ? RowUse.SUPERSEDED : RowUse.REJECTED);
    }

    private boolean amount(Origin origin, Programme programme, int year, Stage stage, String cell) {
        Amount amount = Amount.parse(cell, BigDecimal.ONE);
        String column = RsAmounts.column(stage);
        if (amount.wrong() != null) {
            reading.reject(
                    new Problem(Code.BAD_AMOUNT, origin.place().field(column), amount.wrong(), "Write whole yen"),
                    origin,
                    new Scope(programme.id(), year, stage));
            return false;
        }
        return reading.item(new BudgetItem(programme, year, stage, amount.value(), YEN), origin, column);
    }

    private void parts(String id, RsAmounts.Funding project) {
        Map<String, Integer> unstated = new TreeMap<>();
        for (RsAmounts.Part part : project.parts) {
            RowUseCounter counter = requireNonNull(uses.get(part.origin().file()));
            if (!project.hasTotals(part.year())) {
                counter.count(RowUse.REJECTED);
                unstated.merge(part.year(), 1, Integer::sum);
                continue;
            }
            counter.count(RowUse.BREAKDOWN);
            if (!part.named()) {
                reading.warn(
                        new Problem(
                                Code.LEFT_OUT,
                                part.origin().place(),
                                "The row has neither totals nor an account; it is treated as a breakdown of the totals of id '"
                                        + id + "'",
                                ""),
                        new Scope(null, year(part.year()), null),
                        part.origin().file());
            }
        }
        unstated.forEach((year, rows) -> {
            Origin first = project.parts.stream()
                    .filter(part -> part.year().equals(year))
                    .findFirst()
                    .orElseThrow()
                    .origin();
            reading.reject(
                    new Problem(
                            Code.BAD_AMOUNT,
                            first.place().field(RsTable.INITIAL_TOTAL),
                            "Id '" + id + "' has " + rows + " rows by account for " + year
                                    + ", but none with the totals",
                            "Fill in a row with the totals"),
                    first,
                    new Scope(id, year(year), null));
        });
    }

    private static @Nullable Integer year(String cell) {
        OptionalInt year = FiscalYear.parse(cell);
        return year.isPresent() ? year.getAsInt() : null;
    }
}
