package org.countsas.source.document;

import java.util.Locale;
import org.countsas.item.Stage;

/**
 * One of the documents submitted to parliament: the initial budget of the general account, the first supplementary budget of the special
 * accounts, and so on. Immutable and thread-safe.
 *
 * @param fiscalYear the fiscal year, as the calendar year in which it begins
 * @param account    which accounts it is about
 * @param kind       what kind of budget it is
 * @param number     the number of a supplementary budget, from 1; 0 for all other kinds
 * @param id         the document's id in the source
 */
public record BudgetDocument(int fiscalYear, AccountType account, Kind kind, int number, String id) {

    /** What kinds of documents there are. */
    public enum Kind {
        /** 当初予算. */
        INITIAL(Stage.INITIAL),
        /** 暫定予算. */
        PROVISIONAL(Stage.PROVISIONAL),
        /** 補正予算（第N号）. */
        SUPPLEMENTARY(Stage.SUPPLEMENTARY),
        /** 決算. */
        SETTLEMENT(Stage.EXECUTED);

        private final Stage stage;

        Kind(Stage stage) {
            this.stage = stage;
        }

        /** The stage of the amounts in such a document. */
        public Stage stage() {
            return stage;
        }
    }

    /** Whether both are the same budget of the same accounts. Parliament may receive it twice: as drafted, and as amended. */
    boolean sameBudget(BudgetDocument other) {
        return fiscalYear == other.fiscalYear
                && account == other.account
                && kind == other.kind
                && number == other.number;
    }

    /** What the document is, for messages. */
    public String title() {
        return "FY" + fiscalYear + " " + kind.name().toLowerCase(Locale.ROOT)
                + (number > 0 ? " budget no. " + number : kind == Kind.SETTLEMENT ? "" : " budget") + ", "
                + account.title();
    }
}
