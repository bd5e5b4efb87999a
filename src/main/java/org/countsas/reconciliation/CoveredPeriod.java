package org.countsas.reconciliation;

import org.apiguardian.api.API;
import org.countsas.item.Stage;

/**
 * What the input has for a year and stage: sums over periods that cover different things are not comparable.
 *
 * @param fiscalYear the fiscal year
 * @param stage      the stage
 * @param items      how many items
 * @param gross      their whole amount, in units of the currency
 * @param transfers  how much of it moves between accounts and funds
 */
@API(status = API.Status.EXPERIMENTAL)
public record CoveredPeriod(int fiscalYear, Stage stage, int items, long gross, long transfers) {
    /** The whole amount without transfers, in units of the currency. */
    public long net() {
        return Math.subtractExact(gross, transfers);
    }
}
