package org.countsas.source.spool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.countsas.item.BudgetItem;
import org.countsas.item.NaturalIds;
import org.countsas.item.Stage;
import org.jspecify.annotations.Nullable;

/** Writes the items of one fiscal year and stage to a file, and sorts them there if they did not come in order. Not thread-safe. */
final class LotBuilder {
    private static final Comparator<BudgetItem> ORDER = Comparator.comparing(BudgetItem::id, NaturalIds.ORDER);

    private final SpoolFile file;
    private final int fiscalYear;
    private final Stage stage;
    private final int run;
    private final Blocks.Writer writer;
    private final Lot.Tally tally = new Lot.Tally();
    private boolean sorted = true;
    private @Nullable String last;

    /** @param run how many items are sorted in memory at a time, if they must be */
    LotBuilder(SpoolFile file, int fiscalYear, Stage stage, int run) {
        this.file = file;
        this.fiscalYear = fiscalYear;
        this.stage = stage;
        this.run = run;
        this.writer = new Blocks.Writer(file);
    }

    void add(BudgetItem item) {
        sorted &= last == null || NaturalIds.ORDER.compare(last, item.id()) < 0;
        last = item.id();
        tally.add(item);
        writer.add(item);
    }

    Lot lot() {
        Blocks items = writer.blocks();
        return tally.lot(fiscalYear, stage, sorted ? items : merged(runs(items)));
    }

    private List<Blocks> runs(Blocks items) {
        List<Blocks> runs = new ArrayList<>();
        List<BudgetItem> inMemory = new ArrayList<>(run);
        for (BudgetItem item : items) {
            inMemory.add(item);
            if (inMemory.size() == run) {
                runs.add(sorted(inMemory));
                inMemory.clear();
            }
        }
        if (!inMemory.isEmpty()) {
            runs.add(sorted(inMemory));
        }
        return runs;
    }

    private Blocks sorted(List<BudgetItem> items) {
        items.sort(ORDER);
        Blocks.Writer of = new Blocks.Writer(file);
        items.forEach(of::add);
        return of.blocks();
    }

    /** The next item of a sorted run, and those after it. */
    private record Head(BudgetItem item, Iterator<BudgetItem> rest) {}

    private Blocks merged(List<Blocks> runs) {
        if (runs.size() == 1) {
            return runs.get(0);
        }
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::item, ORDER));
        for (Blocks each : runs) {
            Iterator<BudgetItem> items = each.iterator();
            heads.add(new Head(items.next(), items));
        }
        Blocks.Writer merged = new Blocks.Writer(file);
        while (!heads.isEmpty()) {
            Head first = heads.remove();
            merged.add(first.item());
            if (first.rest().hasNext()) {
                heads.add(new Head(first.rest().next(), first.rest()));
            }
        }
        return merged.blocks();
    }
}
