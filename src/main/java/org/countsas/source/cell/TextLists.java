package org.countsas.source.cell;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Several texts in one cell. */
public final class TextLists {
    private static final Pattern BETWEEN = Pattern.compile("[;；\\r\\n]+");

    private TextLists() {}

    /** The texts of a cell, separated by semicolons or line breaks, without surrounding white space and repeats. */
    public static List<String> split(String cell) {
        return cell.isBlank()
                ? List.of()
                : Arrays.stream(BETWEEN.split(cell))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
    }
}
