package org.countsas.source.table;

import java.util.List;
import org.countsas.source.file.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written, as far as known beforehand. Immutable and thread-safe.
 *
 * @param encoding  the encoding of a text table; null to detect it
 * @param separator the separator of a text table; null to detect it
 * @param header    where the header is; null to find it
 * @param sheets    the sheets of a workbook by name, where {@code *} stands for any characters; empty for the first that is visible
 * @param numbers   how numbers are written in texts
 * @param jsonItems the keys that lead to the items of a JSON document, separated by dots; null for its only array of objects
 */
public record TableLayout(
        @Nullable Encoding encoding,
        @Nullable Character separator,
        @Nullable HeaderPlace header,
        List<String> sheets,
        NumberStyle numbers,
        @Nullable String jsonItems) {
    /** Nothing is known. */
    public static final TableLayout UNKNOWN = new TableLayout(null, null, null, List.of(), NumberStyle.USUAL, null);

    public TableLayout {
        sheets = List.copyOf(sheets);
    }

    /** Where the header is, as far as known. */
    HeaderPlace headerOrFirst() {
        return header == null ? HeaderPlace.FIRST : header;
    }

    /** The same with the header here, and this separator. */
    TableLayout with(HeaderPlace place, @Nullable Character value) {
        return new TableLayout(encoding, value, place, sheets, numbers, jsonItems);
    }
}
