package org.countsas.source.spool;

import java.util.List;
import org.countsas.item.BudgetItem;

/**
 * Items that lie on disk, as a list that cannot be changed, which must not be copied into memory. Going through it from the start reads
 * everything once; access by index is slower. Thread-safe.
 */
public sealed interface ItemsOnDisk extends List<BudgetItem> permits Blocks, SpooledItems {

    /** The list itself if it lies on disk, otherwise a copy that cannot be changed. */
    static List<BudgetItem> keep(List<BudgetItem> items) {
        return items instanceof ItemsOnDisk ? items : List.copyOf(items);
    }
}
