package org.countsas.audit.bundle;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;

/**
 * The page of a bundle that people read first. It is given every decision while the bundle is written, so that decisions need not be kept in
 * memory. Implementations need not be thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface RunReport {
    /** Adds a decision about an item to the page. */
    void add(BudgetItem item, DecisionLine decision);

    /**
     * The whole page, once all decisions have been added.
     *
     * @param totals   the sums of each definition, in the order of their ids
     * @param rejected the number of rejected rows
     * @return HTML that needs no other file
     */
    String html(List<DefinitionTotals> totals, int rejected);
}
