package org.countsas.item;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;

/**
 * A budget item: the amount for a programme at one stage of one fiscal year. Items of the same programme share one {@link Programme}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param programme  what it pays for
 * @param fiscalYear the fiscal year, as the calendar year in which it begins (令和6年度 = 2024)
 * @param stage      the stage of the budget cycle
 * @param amount     the amount in whole units of the currency's smallest unit that the source uses (yen; dollars for a
 *                   table in thousands of dollars); negative where the source reduces a budget
 * @param currency   ISO 4217 code
 */
@API(status = API.Status.STABLE)
public record BudgetItem(Programme programme, int fiscalYear, Stage stage, long amount, String currency) {

    public BudgetItem {
        requireNonNull(programme, "programme");
        requireNonNull(stage, "stage");
        requireNonNull(currency, "currency");
    }

    /** The programme's id. */
    public String id() {
        return programme.id();
    }
}
