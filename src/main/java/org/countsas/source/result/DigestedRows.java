package org.countsas.source.result;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The row that gave each amount first, found by the first 128 bits of the id's SHA-256: a hash table with open addressing in a few arrays
 * of numbers. That two ids of any input share those bits is out of the question, by accident as by intent: finding two that do takes 2^64
 * digests. Not thread-safe.
 */
final class DigestedRows {
    private static final int LEAST = 1 << 16;

    private final MessageDigest sha256;
    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> fileNumbers = new HashMap<>();
    private long[] high = new long[LEAST];
    private long[] low = new long[LEAST];
    private int[] slots = new int[LEAST];
    /** Each entry's file, from 1, and row; a place without an entry has file 0. */
    private int[] fileOf = new int[LEAST];

    private int[] rowOf = new int[LEAST];
    private int entries;
    private int ids;

    DigestedRows() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Notes the row of an amount.
     *
     * @param slot the number of its fiscal year and stage
     * @return the row that gave it before; null if this is the first
     */
    @Nullable
    Origin putIfAbsent(String id, int slot, Origin origin) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
        long first = digest.getLong();
        long second = digest.getLong();
        boolean known = false;
        int place = home(first);
        while (fileOf[place] != 0) {
            if (high[place] == first && low[place] == second) {
                if (slots[place] == slot) {
                    return new Origin(files.get(fileOf[place] - 1), rowOf[place]);
                }
                known = true;
            }
            place = next(place);
        }
        ids += known ? 0 : 1;
        put(place, first, second, slot, file(origin.file()), origin.row());
        entries++;
        if (entries > high.length / 5 * 4) {
            grow();
        }
        return null;
    }

    private int file(String name) {
        return fileNumbers.computeIfAbsent(name, each -> {
            files.add(each);
            return files.size();
        });
    }

    private int home(long digest) {
        return (int) (((digest >>> 33) * high.length) >>> 31);
    }

    private int next(int place) {
        return place + 1 == high.length ? 0 : place + 1;
    }

    private void put(int place, long first, long second, int slot, int file, int row) {
        high[place] = first;
        low[place] = second;
        slots[place] = slot;
        fileOf[place] = file;
        rowOf[place] = row;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldSlots = slots;
        int[] oldFiles = fileOf;
        int[] oldRows = rowOf;
        int length = Math.addExact(oldHigh.length, oldHigh.length / 2);
        high = new long[length];
        low = new long[length];
        slots = new int[length];
        fileOf = new int[length];
        rowOf = new int[length];
        for (int i = 0; i < oldHigh.length; i++) {
            if (oldFiles[i] != 0) {
                int place = home(oldHigh[i]);
                while (fileOf[place] != 0) {
                    place = next(place);
                }
                put(place, oldHigh[i], oldLow[i], oldSlots[i], oldFiles[i], oldRows[i]);
            }
        }
    }

    /** How many ids there are. */
    int ids() {
        return ids;
    }
}
