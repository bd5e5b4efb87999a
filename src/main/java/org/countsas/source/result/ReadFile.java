package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file, entry of an archive or sheet that was read, and how. Immutable and thread-safe.
 *
 * @param name     the file as the user named it, an entry of an archive after {@code "!"}, a sheet after {@code "#"}
 * @param format   what it turned out to be
 * @param encoding the text encoding, by its registered name; empty for a workbook and for a file that was not read
 * @param profile  the mapping profile that told what its columns mean
 * @param rows     data rows read; the header and blank rows are none
 * @param uses     how many rows had which use; the counts add up to {@code rows}
 */
public record ReadFile(
        String name,
        Format format,
        Optional<String> encoding,
        Optional<String> profile,
        int rows,
        Map<RowUse, Integer> uses) {

    public ReadFile {
        requireNonNull(name, "name");
        requireNonNull(format, "format");
        requireNonNull(encoding, "encoding");
        requireNonNull(profile, "profile");
        Map<RowUse, Integer> copy = new EnumMap<>(RowUse.class);
        copy.putAll(uses);
        uses = Collections.unmodifiableMap(copy);
        int used = uses.values().stream().mapToInt(Integer::intValue).sum();
        if (used != rows) {
            throw new IllegalStateException(name + ": " + rows + " rows read, but " + used + " accounted for: " + uses);
        }
    }

    /** How many rows had this use. */
    public int used(RowUse use) {
        return uses.getOrDefault(use, 0);
    }
}
