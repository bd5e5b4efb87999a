package org.countsas.output;

import org.apiguardian.api.API;

/**
 * A column of a sheet. Immutable and thread-safe.
 *
 * @param heading its heading
 * @param kind    how its numbers are shown; texts are shown as they are
 * @param width   in characters of the standard font; 0 for as wide as its texts
 */
@API(status = API.Status.INTERNAL)
public record WorkbookColumn(String heading, Kind kind, int width) {
    /** How numbers are shown. */
    public enum Kind {
        /** As their digits: identifiers and years. */
        PLAIN(""),
        /** With thousands separators. */
        NUMBER("#,##0"),
        /** Basis points in per cent with two decimals. */
        PERCENT("0.00%"),
        /** A text that is the address of a page, and leads to it. */
        LINK("");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        /** The number format of the workbook; empty for none. */
        String format() {
            return format;
        }
    }

    /** A column of texts or plain numbers, as wide as these. */
    static WorkbookColumn plain(String heading) {
        return new WorkbookColumn(heading, Kind.PLAIN, 0);
    }
}
