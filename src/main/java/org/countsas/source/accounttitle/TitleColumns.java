package org.countsas.source.accounttitle;

import java.text.Normalizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.document.BudgetDocument;
import org.countsas.source.table.ColumnNames;

/**
 * The columns of a table, found by the meaning of their headings: the heading of the amount changes from year to year, and the headings of
 * special accounts differ from those of the general account. A missing column is -1. Immutable and thread-safe.
 */
record TitleColumns(
        int jurisdiction,
        int organisation,
        int specialAccount,
        int subAccount,
        int sectionCode,
        int section,
        int title,
        int majorExpense,
        int purpose,
        int economicNature,
        int use,
        Amounts amounts) {
    private static final String USE = "使途別分類コード";
    private static final String SECTION = "項名";
    private static final String TITLE = "目名";
    /** 令和6年度要求額(千円), 令和6年度予定額, 平成30年度予算額(千円): the year's own amount, never 前年度予算額. */
    private static final Pattern OF_YEAR = Pattern.compile("(?<year>(令和|平成).{1,2}年度)(要求額|予定額|予算額)(\\(千円\\))?");

    /**
     * Which columns hold amounts.
     *
     * @param year   the fiscal year in the heading; 0 if there is none
     * @param budget the year's own amount
     * @param change the increase or decrease
     * @param spent  what was spent
     */
    record Amounts(int year, int budget, int change, int spent) {
        /** The column of a kind of document; -1 if it is missing. */
        int of(BudgetDocument.Kind kind) {
            return switch (kind) {
                case INITIAL, PROVISIONAL -> budget;
                case SUPPLEMENTARY -> change;
                case SETTLEMENT -> spent;
            };
        }
    }

    /** Whether a table is one of account titles, of expenditure or of revenue. */
    static boolean isTable(ColumnNames header) {
        return header.has(TITLE) && (isExpenditure(header) || header.has("款名", "部名"));
    }

    /** Whether a table of account titles is one of expenditure: only these have titles by use. */
    static boolean isExpenditure(ColumnNames header) {
        return header.has(SECTION) && header.has(USE);
    }

    static TitleColumns of(ColumnNames header) {
        return new TitleColumns(
                header.find("所管", "所管名", "共管所管名"),
                header.find("組織", "組織名", "共管組織名"),
                header.find("特別会計", "特別会計名"),
                header.find("勘定", "勘定名"),
                header.find("項コード"),
                header.find(SECTION),
                header.find(TITLE),
                header.find("主要経費別分類コード"),
                header.find("目的別分類コード"),
                header.find("経済性質別分類コード"),
                header.find(USE),
                amounts(header));
    }

    private static Amounts amounts(ColumnNames header) {
        int year = 0;
        int budget = -1;
        int change = -1;
        int spent = -1;
        List<String> names = header.names();
        for (int i = 0; i < names.size(); i++) {
            String name =
                    Normalizer.normalize(names.get(i), Normalizer.Form.NFKC).replaceAll("\\s", "");
            Matcher matcher = OF_YEAR.matcher(name);
            if (matcher.matches() && budget < 0) {
                budget = i;
                OptionalInt parsed = FiscalYear.parse(matcher.group("year"));
                year = parsed.orElse(0);
            } else if (change < 0 && (name.startsWith("比較増") || name.startsWith("差引") || name.startsWith("補正額"))) {
                change = i;
            } else if (spent < 0 && name.startsWith("支出済歳出額")) {
                spent = i;
            }
        }
        return new Amounts(year, budget, change, spent);
    }

    /** Which columns are wanted, by column. */
    boolean[] wanted(int size) {
        boolean[] wanted = new boolean[size];
        for (int column : new int[] {
            jurisdiction,
            organisation,
            specialAccount,
            subAccount,
            sectionCode,
            section,
            title,
            majorExpense,
            purpose,
            economicNature,
            use,
            amounts.budget(),
            amounts.change(),
            amounts.spent()
        }) {
            if (column >= 0) {
                wanted[column] = true;
            }
        }
        return wanted;
    }
}
