package org.countsas.comparison.change;

import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.item.Stage;

/**
 * What counts in one stage of one fiscal year.
 *
 * @param fiscalYear the fiscal year
 * @param stage      the stage
 * @param items      how many items the year and stage have, counted or not
 * @param amount     their whole amount, in units of the currency
 * @param counted    the part of it that counts
 */
@API(status = API.Status.EXPERIMENTAL)
public record YearTotal(int fiscalYear, Stage stage, int items, long amount, Counted counted) {}
