package org.countsas.source.table;

import org.countsas.source.file.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written, as far as known beforehand. Immutable and thread-safe.
 *
 * @param encoding  the encoding of a text table; null to detect it
 * @param separator the separator of a text table; null to detect it
 * @param headerRow the line of a text table, or the row of a sheet, with the header, from 1; 0 for the first that is not blank
 * @param sheet     the sheet of a workbook; null for the first that is visible
 * @param jsonItems the keys that lead to the items of a JSON document, separated by dots; null for its only array of objects
 */
public record TableLayout(
        @Nullable Encoding encoding,
        @Nullable Character separator,
        int headerRow,
        @Nullable String sheet,
        @Nullable String jsonItems) {
    /** Nothing is known. */
    public static final TableLayout UNKNOWN = new TableLayout(null, null, 0, null, null);
}
