package org.countsas.source.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.countsas.item.Stage;
import org.countsas.source.result.Origin;
import org.countsas.source.table.WantedColumns;

/**
 * Table 2-1: for each project and year one row with the totals, followed by rows that break the same money down by account. A row is a
 * total exactly when its 当初予算（合計） is filled; adding the others as well would count everything twice.
 */
final class RsAmounts extends RsRows {
    /** The stages that the table has columns for. */
    static final List<Stage> STAGES = List.of(Stage.INITIAL, Stage.SUPPLEMENTARY, Stage.REQUEST, Stage.EXECUTED);

    /** A row of totals, still as text. */
    record Totals(Origin origin, String year, String initial, String supplementary, String executed, String request) {

        String cell(Stage stage) {
            return switch (stage) {
                case INITIAL -> initial;
                case SUPPLEMENTARY -> supplementary;
                case REQUEST -> request;
                case EXECUTED -> executed;
                case REVISED, PROVISIONAL -> throw noColumn(stage);
            };
        }
    }

    /**
     * A row without totals.
     *
     * @param named whether it names an account; the published table has two that do not, both with only zeros
     */
    record Part(Origin origin, String year, boolean named) {}

    /** All rows of a project. */
    static final class Funding {
        final List<Totals> totals = new ArrayList<>();
        final List<Part> parts = new ArrayList<>();
        /** Sorted, so that the order of the rows makes no difference. */
        final TreeSet<String> accounts = new TreeSet<>();

        /** These rows and those of the same project in another file of the export. */
        Funding plus(Funding other) {
            Funding sum = new Funding();
            for (Funding one : List.of(this, other)) {
                sum.totals.addAll(one.totals);
                sum.parts.addAll(one.parts);
                sum.accounts.addAll(one.accounts);
            }
            return sum;
        }

        boolean hasTotals(String year) {
            for (Totals row : totals) {
                if (row.year().equals(year)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The rows by edition and id. */
    final Map<String, Map<String, Funding>> funding = new LinkedHashMap<>();

    private int year;
    private int initial;
    private int supplementary;
    private int executed;
    private int request;
    private int[] account = {};

    RsAmounts(String file) {
        super(file);
    }

    /** The column that holds the total of a stage. */
    static String column(Stage stage) {
        return switch (stage) {
            case INITIAL -> RsTable.INITIAL_TOTAL;
            case SUPPLEMENTARY -> "補正予算（合計）";
            case REQUEST -> "翌年度要求額（合計）";
            case EXECUTED -> "執行額（合計）";
            case REVISED, PROVISIONAL -> throw noColumn(stage);
        };
    }

    private static IllegalArgumentException noColumn(Stage stage) {
        return new IllegalArgumentException("the table has no column for " + stage.id());
    }

    @Override
    void columns(WantedColumns columns) {
        year = columns.require("予算年度", "会計年度", "年度");
        initial = columns.want(RsTable.INITIAL_TOTAL);
        supplementary = columns.want(column(Stage.SUPPLEMENTARY));
        executed = columns.want(column(Stage.EXECUTED));
        request = columns.want(column(Stage.REQUEST));
        account = new int[] {columns.want("会計区分"), columns.want("会計"), columns.want("勘定")};
    }

    @Override
    void row(Origin origin, String ofEdition, String ofProject, String[] cells) {
        Funding project = funding.computeIfAbsent(ofEdition, e -> new LinkedHashMap<>())
                .computeIfAbsent(ofProject, p -> new Funding());
        String ofYear = WantedColumns.cell(cells, year).strip();
        String name = account(cells);
        if (!name.isEmpty()) {
            project.accounts.add(name);
        }
        if (cells[initial].isBlank()) {
            project.parts.add(new Part(origin, ofYear, !name.isEmpty()));
        } else {
            project.totals.add(new Totals(
                    origin,
                    ofYear,
                    cells[initial],
                    WantedColumns.cell(cells, supplementary),
                    WantedColumns.cell(cells, executed),
                    WantedColumns.cell(cells, request)));
        }
    }

    /** Just 一般会計, or 特別会計/エネルギー対策/エネルギー需給勘定. */
    private String account(String[] cells) {
        String joined = "";
        String last = "";
        for (int column : account) {
            String part = WantedColumns.cell(cells, column);
            if (!part.isBlank() && !part.equals(last)) {
                joined = joined.isEmpty() ? part : joined + "/" + part;
                last = part;
            }
        }
        return joined;
    }
}
