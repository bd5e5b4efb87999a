package org.countsas.source.spool;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import org.countsas.item.BudgetItem;

/**
 * All items of a reading that is larger than memory: a list that cannot be changed, by fiscal year and stage, and in each by id. Going
 * through it from the start reads each block of the disk once; access by index is slower. Thread-safe.
 */
public final class SpooledItems extends AbstractList<BudgetItem> implements ItemsOnDisk {
    private final List<Lot> lots;
    private final Blocks all;
    private final int programmes;

    SpooledItems(SpoolFile file, List<Lot> lots, int programmes) {
        this.lots = List.copyOf(lots);
        this.all = Blocks.concatenated(
                file, lots.stream().map(lot -> (Blocks) lot.items()).toList());
        this.programmes = programmes;
    }

    /** The same items by fiscal year and stage. */
    public List<Lot> lots() {
        return lots;
    }

    /** How many programmes there are: ids that are not the same. */
    public int programmes() {
        return programmes;
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public BudgetItem get(int index) {
        return all.get(index);
    }

    @Override
    public Iterator<BudgetItem> iterator() {
        return all.iterator();
    }
}
