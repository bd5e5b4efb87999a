package org.countsas.source.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Collects items: in memory as long as their texts are not more than it should hold, and on disk from then on. Not thread-safe.
 */
public final class ItemSpool {
    /** How many items are sorted in memory at a time. */
    private static final int RUN = 16_384;

    private final long mostCharacters;
    private final int run;
    private List<BudgetItem> inMemory = new ArrayList<>();
    private String last = "";
    private long characters;
    private @Nullable SpoolFile file;
    private final TreeMap<Integer, TreeMap<Stage, LotBuilder>> lots = new TreeMap<>();

    /** @param mostCharacters how many characters of text may be kept in memory */
    public ItemSpool(long mostCharacters) {
        this(mostCharacters, RUN);
    }

    ItemSpool(long mostCharacters, int run) {
        this.mostCharacters = mostCharacters;
        this.run = run;
    }

    /**
     * Takes an item. No other may have its id, fiscal year and stage.
     *
     * @return whether the items moved from memory to disk because of it
     * @throws org.countsas.problem.ProblemException {@code UNWRITABLE} if the disk is full
     */
    public boolean add(BudgetItem item) {
        if (file != null) {
            write(item, file);
            return false;
        }
        inMemory.add(item);
        // The items of a programme usually follow one another and share its texts.
        if (!item.id().equals(last)) {
            last = item.id();
            characters += characters(item.programme());
        }
        if (characters <= mostCharacters) {
            return false;
        }
        SpoolFile created = SpoolFile.create();
        inMemory.forEach(each -> write(each, created));
        inMemory = new ArrayList<>();
        file = created;
        return true;
    }

    private void write(BudgetItem item, SpoolFile to) {
        lots.computeIfAbsent(item.fiscalYear(), year -> new TreeMap<>())
                .computeIfAbsent(item.stage(), stage -> new LotBuilder(to, item.fiscalYear(), stage, run))
                .add(item);
    }

    private static long characters(Programme programme) {
        long characters = 0;
        for (String text : List.of(programme.name(), programme.purpose(), programme.overview())) {
            characters += text.length();
        }
        for (String text : programme.attributes().values()) {
            characters += text.length();
        }
        return characters + 100;
    }

    /** Whether nothing was taken. */
    public boolean isEmpty() {
        return inMemory.isEmpty() && lots.isEmpty();
    }

    /**
     * All items: in the order in which they were taken, or as {@link SpooledItems}. To be called once.
     *
     * @param programmes how many programmes they have
     */
    public List<BudgetItem> items(int programmes) {
        SpoolFile spooled = file;
        if (spooled == null) {
            return inMemory;
        }
        List<Lot> sorted = lots.values().stream()
                .flatMap(ofYear -> ofYear.values().stream())
                .map(LotBuilder::lot)
                .toList();
        return new SpooledItems(spooled, sorted, programmes);
    }
}
