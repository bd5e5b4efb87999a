package org.countsas.source.review;

import java.util.Optional;
import org.countsas.source.table.ColumnMeaning;
import org.countsas.source.table.ColumnNames;

/** The tables of the RS System export that matter here. */
enum RsTable {
    /** 1-2: what each project is. */
    OVERVIEW("1-2 (事業概要等)"),
    /** 1-3: the policies, laws and plans that each project cites. */
    POLICIES("1-3 (政策・施策、法令等)"),
    /** 2-1: the amounts of each project by year. */
    AMOUNTS("2-1 (予算・執行 サマリ)"),
    /** 2-2: the account titles that each project is paid from. */
    BUDGET_LINES("2-2 (予算・執行 予算種別・歳出予算項目)"),
    /** Any other table of the export: organisation, performance, expenditure. */
    OTHER("");

    static final String ID = "予算事業ID";
    static final String INITIAL_TOTAL = "当初予算（合計）";

    private final String title;

    RsTable(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * Which table has this header; empty if it is not a table of the export. Files get renamed and repacked, and editions add and lose
     * columns, so only the columns that characterise a table are considered.
     */
    static Optional<RsTable> of(ColumnNames header) {
        if (!header.has(ID)) {
            return Optional.empty();
        }
        if (header.has(INITIAL_TOTAL)) {
            return Optional.of(AMOUNTS);
        }
        if (header.has(RsBudgetLines.ITEM_AMOUNT)) {
            return Optional.of(BUDGET_LINES);
        }
        boolean published = header.has("シート種別", "府省庁の建制順", "建制順");
        if (!published && header.has(ColumnMeaning.AMOUNT.names())) {
            return Optional.empty();
        }
        if (header.has("事業の概要", "事業概要", "事業の目的")) {
            return Optional.of(OVERVIEW);
        }
        if (header.has("計画通知名", "法令名")) {
            return Optional.of(POLICIES);
        }
        return published ? Optional.of(OTHER) : Optional.empty();
    }
}
