package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A file, archive entry or sheet that was found, and how it was read. Immutable and thread-safe.
 *
 * @param name     the file as the user named it, an entry of an archive after {@code "!"}, a sheet after {@code "#"}
 * @param format   the id of the format that it turned out to have, such as {@code json-lines}; {@link #NO_FORMAT} if it was left out
 * @param encoding the text encoding, by its registered name; null for a workbook and for a file that was left out
 * @param profile  the mapping profile that says what its columns mean; null if none does
 * @param rows     data rows read, without the header and blank rows
 * @param uses     how many rows had which use; the counts add up to {@code rows}
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReadFile(
        String name,
        String format,
        @Nullable String encoding,
        @Nullable String profile,
        int rows,
        Map<RowUse, Integer> uses) {
    /** The format of a file that was left out. */
    public static final String NO_FORMAT = "other";

    public ReadFile {
        requireNonNull(name, "name");
        requireNonNull(format, "format");
        Map<RowUse, Integer> copy = new EnumMap<>(RowUse.class);
        copy.putAll(uses);
        uses = Collections.unmodifiableMap(copy);
        int used = uses.values().stream().mapToInt(Integer::intValue).sum();
        if (used != rows) {
            throw new IllegalStateException(name + ": " + rows + " rows read, but " + used + " accounted for: " + uses);
        }
    }

    /** A file whose rows were not read. */
    public static ReadFile unread(String name, String format) {
        return new ReadFile(name, format, null, null, 0, Map.of());
    }

    /** How many rows had this use. */
    public int used(RowUse use) {
        return uses.getOrDefault(use, 0);
    }
}
