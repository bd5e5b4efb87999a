package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.countsas.item.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which row gave each amount first, so that no amount is taken twice. For inputs that are larger than memory the ids can be
 * replaced by digests. Not thread-safe.
 */
final class FirstRows {
    private @Nullable Map<String, AmountRowsOfId> exact = new HashMap<>();
    private @Nullable DigestedRows digested;

    /** Where the amounts of one id are: few enough to search linearly, and there are too many ids for a map each. */
    private static final class AmountRowsOfId {
        private int count;
        private int[] slots = new int[4];
        private Origin[] origins = new Origin[4];

        @Nullable
        Origin putIfAbsent(int slot, Origin origin) {
            for (int i = 0; i < count; i++) {
                if (slots[i] == slot) {
                    return origins[i];
                }
            }
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, 2 * count);
                origins = Arrays.copyOf(origins, 2 * count);
            }
            slots[count] = slot;
            origins[count++] = origin;
            return null;
        }
    }

    /**
     * Notes the row of an amount.
     *
     * @return the row that gave it before; null if this is the first
     */
    @Nullable
    @SuppressWarnings("EnumOrdinal") // one number for a year and a stage, which only this reading compares
    Origin putIfAbsent(String id, int fiscalYear, Stage stage, Origin origin) {
        int slot = fiscalYear * Stage.values().length + stage.ordinal();
        if (exact != null) {
            return exact.computeIfAbsent(id, each -> new AmountRowsOfId()).putIfAbsent(slot, origin);
        }
        return requireNonNull(digested).putIfAbsent(id, slot, origin);
    }

    /** Keeps digests instead of ids from now on: some forty bytes an amount, whatever the length of ids. */
    void digest() {
        if (exact != null) {
            DigestedRows rows = new DigestedRows();
            exact.forEach((id, of) -> {
                for (int i = 0; i < of.count; i++) {
                    rows.putIfAbsent(id, of.slots[i], of.origins[i]);
                }
            });
            exact = null;
            digested = rows;
        }
    }

    /** How many ids there are. */
    int ids() {
        return exact != null ? exact.size() : requireNonNull(digested).ids();
    }
}
