package org.countsas.audit.bundle;

import java.util.List;
import org.countsas.item.BudgetItem;

/**
 * The page of a bundle that people read first. It sees every decision as the bundle is written, so that the decisions need not be kept.
 * Implementations need not be thread-safe.
 */
public interface RunReport {
    /** Takes note of a decision about an item. */
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
