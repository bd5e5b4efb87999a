package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.problem.Problem;
import org.countsas.source.spool.ItemsOnDisk;

/**
 * The items of one fiscal year and stage: what one run decides. Immutable and thread-safe.
 *
 * @param fiscalYear              the fiscal year
 * @param yearByDefault           whether nobody asked for this year
 * @param stage                   the stage
 * @param stageByDefault          whether nobody asked for this stage
 * @param currency                the currency of every amount, ISO 4217
 * @param items                   one item for each programme that has an amount, at least one: numeric ids by number, then the
 *                                others by text
 * @param programmesWithoutAmount how many programmes of the reading are not among the items, because they have no amount in this
 *                                year and stage
 * @param rowsLeftOut             how many rows of this year and stage, or of an unknown one, mapping profiles leave out
 * @param rejected                rejected rows that could have been an item of this year and stage
 * @param warnings                what the user should know about these items, and about the reading as a whole
 */
@API(status = API.Status.EXPERIMENTAL)
public record Selection(
        int fiscalYear,
        boolean yearByDefault,
        Stage stage,
        boolean stageByDefault,
        String currency,
        List<BudgetItem> items,
        int programmesWithoutAmount,
        int rowsLeftOut,
        List<RejectedRow> rejected,
        List<Problem> warnings) {

    public Selection {
        requireNonNull(stage, "stage");
        requireNonNull(currency, "currency");
        items = ItemsOnDisk.keep(items);
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }
}
