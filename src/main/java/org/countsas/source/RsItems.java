package org.countsas.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;

/** Makes the items of an RS System export out of its table of amounts. Not thread-safe. */
final class RsItems {
    private static final String YEN = "JPY";

    private final Assembly assembly;
    private final Map<String, FileTally> tallies;
    private final Map<String, Map<String, Programme>> programmes;
    /** Amounts that newer editions give: an edition repeats the years before it, with later corrections. */
    private final Set<List<Object>> newer = new HashSet<>();

    /**
     * @param tallies    by file
     * @param programmes by edition and id
     */
    RsItems(Assembly assembly, Map<String, FileTally> tallies, Map<String, Map<String, Programme>> programmes) {
        this.assembly = assembly;
        this.tallies = tallies;
        this.programmes = programmes;
    }

    void add(List<RsAmounts> tables) {
        Map<String, List<RsAmounts.Totals>> byEdition = new TreeMap<>(Comparator.reverseOrder());
        Set<List<String>> stated = new HashSet<>();
        for (RsAmounts table : tables) {
            for (RsAmounts.Totals totals : table.totals) {
                byEdition.computeIfAbsent(totals.edition(), e -> new ArrayList<>()).add(totals);
                stated.add(List.of(totals.edition(), totals.id(), totals.year()));
            }
        }
        byEdition.forEach((edition, rows) -> {
            List<List<Object>> given = new ArrayList<>();
            rows.forEach(totals -> row(totals, byEdition.size() > 1 ? given : null));
            newer.addAll(given);
        });
        tables.forEach(table -> breakdowns(table, stated));
    }

    private void row(RsAmounts.Totals totals, @org.jspecify.annotations.Nullable List<List<Object>> given) {
        FileTally tally = tallies.get(totals.origin().file());
        OptionalInt year = FiscalYear.parse(totals.year());
        Programme programme = programmes.getOrDefault(totals.edition(), Map.of()).get(totals.id());
        if (year.isEmpty() || programme == null) {
            Problem problem = year.isEmpty()
                    ? new Problem(Code.BAD_YEAR, totals.origin().place().field("予算年度"), "'" + totals.year() + "' is not a fiscal year", "Write it as 2024")
                    : new Problem(Code.NO_SUCH_PROGRAMME, totals.origin().place().field(RsTable.ID),
                            "Id '" + totals.id() + "' is not in table " + RsTable.OVERVIEW.title(), "Check that both tables are of the same edition");
            assembly.reject(problem, totals.origin(), Optional.of(totals.id()), year, Optional.empty());
            tally.count(RowUse.REJECTED);
            return;
        }
        int taken = 0;
        int superseded = 0;
        for (Stage stage : Stage.values()) {
            String cell = totals.cell(stage);
            // A request concerns the year after the one whose row it stands in.
            int ofYear = stage == Stage.REQUEST ? year.getAsInt() + 1 : year.getAsInt();
            if (cell.isBlank()) {
                continue;
            }
            List<Object> key = given == null ? List.of() : List.of(totals.id(), ofYear, stage);
            if (given != null && newer.contains(key)) {
                superseded++;
                assembly.warn(new Problem(Code.LEFT_OUT, totals.origin().place(),
                        "Edition " + totals.edition() + " repeats an amount that a newer edition gives, which goes before", ""),
                        OptionalInt.of(ofYear), Optional.of(stage), totals.edition());
            } else if (amount(totals, programme, ofYear, stage, cell)) {
                taken++;
                if (given != null) {
                    given.add(key);
                }
            }
        }
        tally.count(taken > 0 ? RowUse.ITEMS : superseded > 0 ? RowUse.SUPERSEDED : RowUse.REJECTED);
    }

    private boolean amount(RsAmounts.Totals totals, Programme programme, int year, Stage stage, String cell) {
        Amount amount = Amount.parse(cell, BigDecimal.ONE);
        String column = RsAmounts.column(stage);
        if (amount.wrong() != null) {
            assembly.reject(new Problem(Code.BAD_AMOUNT, totals.origin().place().field(column), amount.wrong(), "Write whole yen"),
                    totals.origin(), Optional.of(totals.id()), OptionalInt.of(year), Optional.of(stage));
            return false;
        }
        return assembly.item(new BudgetItem(programme, year, stage, amount.value(), YEN), totals.origin(), column);
    }

    private void breakdowns(RsAmounts table, Set<List<String>> stated) {
        FileTally tally = tallies.get(table.file());
        table.breakdowns.forEach((key, breakdown) -> {
            if (stated.contains(key)) {
                tally.count(RowUse.BREAKDOWN, breakdown.rows);
                return;
            }
            tally.count(RowUse.REJECTED, breakdown.rows);
            assembly.reject(new Problem(Code.BAD_AMOUNT, breakdown.origin.place().field(RsTable.INITIAL_TOTAL),
                            "Id '" + breakdown.id + "' has " + breakdown.rows + " rows by account for " + breakdown.year + " and none with the totals",
                            "Fill in a row with the totals"),
                    breakdown.origin, Optional.of(breakdown.id), FiscalYear.parse(breakdown.year), Optional.empty());
        });
        for (RsAmounts.Breakdown unnamed : table.withoutAccount) {
            assembly.warn(new Problem(Code.LEFT_OUT, unnamed.origin.place(),
                    "The row has neither totals nor an account; it is taken for a breakdown of the totals of id '" + unnamed.id + "'", ""),
                    FiscalYear.parse(unnamed.year), Optional.empty(), table.file());
        }
    }
}
