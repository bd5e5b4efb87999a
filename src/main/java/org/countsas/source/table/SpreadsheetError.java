package org.countsas.source.table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The errors that spreadsheets show in place of a formula's result. */
public final class SpreadsheetError {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("#REF!", "a cell that the formula refers to no longer exists"),
            Map.entry("#N/A", "the formula found no value"),
            Map.entry("#DIV/0!", "the formula divides by zero"),
            Map.entry("#VALUE!", "the formula expects a value of another kind"),
            Map.entry("#NAME?", "the formula uses a name that does not exist"),
            Map.entry("#NUM!", "the formula has no result that is a number"),
            Map.entry("#NULL!", "the formula intersects ranges that have no cell in common"),
            Map.entry("#SPILL!", "the formula has no room for its results"),
            Map.entry("#CALC!", "the formula cannot be computed"),
            Map.entry("#GETTING_DATA", "the formula was still waiting for data"),
            Map.entry("#FIELD!", "the formula uses a field that does not exist"),
            Map.entry("#BLOCKED!", "the formula was not allowed to get its data"),
            Map.entry("#CONNECT!", "the formula could not get its data"),
            Map.entry("#UNKNOWN!", "the formula has a result that the program did not know"));

    private SpreadsheetError() {}

    /** What the error in a cell means, a clause; empty if the cell is no error. */
    public static Optional<String> meaning(String cell) {
        String text = cell.strip();
        if (text.length() > 14 || !(text.startsWith("#") || text.startsWith("Err:"))) {
            return Optional.empty();
        }
        return text.matches("Err:[0-9]{3}")
                ? Optional.of("the formula cannot be computed")
                : Optional.ofNullable(MEANINGS.get(text.toUpperCase(Locale.ROOT)));
    }
}
