package org.countsas.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.countsas.item.Stage;

/**
 * Table 2-1: for each project and year one row with the totals, followed by rows that break the same money down by account.
 * A row is a total exactly if its 当初予算（合計） is filled; adding up the others as well would count everything twice.
 */
final class RsAmounts extends RsRows {
    /** A row of totals, still as text. */
    record Totals(Origin origin, String edition, String id, String year, String initial, String supplementary, String executed, String request) {

        String cell(Stage stage) {
            return switch (stage) {
                case INITIAL -> initial;
                case SUPPLEMENTARY -> supplementary;
                case REQUEST -> request;
                case EXECUTED -> executed;
            };
        }
    }

    /** The rows without totals of a project's year. */
    static final class Breakdown {
        final Origin origin;
        final String id;
        final String year;
        int rows;

        Breakdown(Origin origin, String id, String year) {
            this.origin = origin;
            this.id = id;
            this.year = year;
        }
    }

    final List<Totals> totals = new ArrayList<>();
    /** Breakdowns by edition, id and year. */
    final Map<List<String>, Breakdown> breakdowns = new LinkedHashMap<>();
    /** Breakdowns that name no account: the published table has two, both with zeros alone. */
    final List<Breakdown> withoutAccount = new ArrayList<>();
    /** The accounts of each project, by edition and id; sorted, so that the order of the rows does not show. */
    final Map<String, Map<String, TreeSet<String>>> accounts = new HashMap<>();

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
        };
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
        String ofYear = WantedColumns.cell(cells, year).strip();
        String name = account(cells);
        if (!name.isEmpty()) {
            accounts.computeIfAbsent(ofEdition, e -> new HashMap<>()).computeIfAbsent(ofProject, p -> new TreeSet<>()).add(name);
        }
        if (!cells[initial].isBlank()) {
            totals.add(new Totals(origin, ofEdition, ofProject, ofYear, cells[initial], WantedColumns.cell(cells, supplementary),
                    WantedColumns.cell(cells, executed), WantedColumns.cell(cells, request)));
            return;
        }
        breakdowns.computeIfAbsent(List.of(ofEdition, ofProject, ofYear), k -> new Breakdown(origin, ofProject, ofYear)).rows++;
        if (name.isEmpty()) {
            withoutAccount.add(new Breakdown(origin, ofProject, ofYear));
        }
    }

    /** 一般会計 alone, or 特別会計/エネルギー対策/エネルギー需給勘定. */
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
