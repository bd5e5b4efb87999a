package org.countsas.audit.verification;

import java.util.Arrays;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.merkle.Hash;

/** Id, digest and amount of the items that lines are about, in the order of the lines; some hundred bytes each. Not thread-safe. */
final class ItemIndex {
    private String[] ids = new String[1024];
    private byte[] digests = new byte[1024 * Hash.LENGTH];
    private long[] amounts = new long[1024];
    private int size;

    void add(String id, Hash digest, long amount) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            digests = Arrays.copyOf(digests, size * 2 * Hash.LENGTH);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        ids[size] = id;
        System.arraycopy(digest.bytes(), 0, digests, size * Hash.LENGTH, Hash.LENGTH);
        amounts[size] = amount;
        size++;
    }

    int size() {
        return size;
    }

    /** The first position at which the other index differs, or -1. */
    int mismatch(ItemIndex other) {
        int both = Math.min(size, other.size);
        for (int i = 0; i < both; i++) {
            int at = i * Hash.LENGTH;
            if (!ids[i].equals(other.ids[i])
                    || amounts[i] != other.amounts[i]
                    || !Arrays.equals(digests, at, at + Hash.LENGTH, other.digests, at, at + Hash.LENGTH)) {
                return i;
            }
        }
        return size == other.size ? -1 : both;
    }

    /** The id at a position, in quotes; {@code none} after the last. */
    String id(int index) {
        return index < size ? BundleFiles.shown(ids[index]) : "none";
    }

    boolean isAscendingAtEnd() {
        return size < 2 || ids[size - 2].compareTo(ids[size - 1]) < 0;
    }
}
