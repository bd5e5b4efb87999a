package org.countsas.source.spool;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.countsas.item.BudgetItem;
import org.jspecify.annotations.Nullable;

/** Items that lie in blocks of a file, as a list that cannot be changed. Thread-safe. */
final class Blocks extends AbstractList<BudgetItem> implements ItemsOnDisk {
    private final SpoolFile file;
    /** For each block, its place in the file and the place of its end. */
    private final long[] places;

    private final long[] ends;
    /** For each block, the index of its first item; and at the end, how many items there are. */
    private final int[] firsts;
    /** The block that was read last, for access by index. */
    private volatile @Nullable Block last;

    private record Block(int number, List<BudgetItem> items) {}

    private Blocks(SpoolFile file, long[] places, long[] ends, int[] firsts) {
        this.file = file;
        this.places = places;
        this.ends = ends;
        this.firsts = firsts;
    }

    /** Writes blocks. Not thread-safe. */
    static final class Writer {
        /** Enough to share the cost of a read, few enough to hold several blocks. */
        static final int ITEMS = 128;

        private final SpoolFile file;
        private final ItemCodec codec = new ItemCodec();
        private final List<BudgetItem> pending = new ArrayList<>(ITEMS);
        private long[] places = new long[16];
        private long[] ends = new long[16];
        private int[] firsts = new int[17];
        private int blocks;

        Writer(SpoolFile file) {
            this.file = file;
        }

        void add(BudgetItem item) {
            pending.add(item);
            if (pending.size() == ITEMS) {
                flush();
            }
        }

        private void flush() {
            if (pending.isEmpty()) {
                return;
            }
            if (blocks == places.length) {
                places = Arrays.copyOf(places, 2 * blocks);
                ends = Arrays.copyOf(ends, 2 * blocks);
                firsts = Arrays.copyOf(firsts, 2 * blocks + 1);
            }
            ByteBuffer bytes = codec.encode(pending);
            int length = bytes.remaining();
            places[blocks] = file.append(bytes);
            ends[blocks] = places[blocks] + length;
            firsts[blocks + 1] = Math.addExact(firsts[blocks], pending.size());
            blocks++;
            pending.clear();
        }

        /** All that was added, in order. */
        Blocks blocks() {
            flush();
            return new Blocks(
                    file,
                    Arrays.copyOf(places, blocks),
                    Arrays.copyOf(ends, blocks),
                    Arrays.copyOf(firsts, blocks + 1));
        }
    }

    /** One list after the other. */
    static Blocks concatenated(SpoolFile file, List<Blocks> lists) {
        int count = lists.stream().mapToInt(list -> list.places.length).sum();
        long[] places = new long[count];
        long[] ends = new long[count];
        int[] firsts = new int[count + 1];
        int at = 0;
        for (Blocks list : lists) {
            for (int block = 0; block < list.places.length; block++, at++) {
                places[at] = list.places[block];
                ends[at] = list.ends[block];
                firsts[at + 1] = Math.addExact(firsts[at], list.firsts[block + 1] - list.firsts[block]);
            }
        }
        return new Blocks(file, places, ends, firsts);
    }

    @Override
    public int size() {
        return firsts[places.length];
    }

    @Override
    public BudgetItem get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(firsts, index);
        int number = found >= 0 ? found : -found - 2;
        Block block = last;
        if (block == null || block.number() != number) {
            block = new Block(number, items(number));
            last = block;
        }
        return block.items().get(index - firsts[number]);
    }

    @Override
    public Iterator<BudgetItem> iterator() {
        return new Iterator<>() {
            private int next;
            private Iterator<BudgetItem> block = List.<BudgetItem>of().iterator();

            @Override
            public boolean hasNext() {
                return block.hasNext() || next < places.length;
            }

            @Override
            public BudgetItem next() {
                if (!block.hasNext()) {
                    if (next == places.length) {
                        throw new NoSuchElementException();
                    }
                    block = items(next++).iterator();
                }
                return block.next();
            }
        };
    }

    private List<BudgetItem> items(int block) {
        return ItemCodec.decode(
                file.read(places[block], Math.toIntExact(ends[block] - places[block])),
                firsts[block + 1] - firsts[block]);
    }
}
