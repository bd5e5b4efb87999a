package org.countsas.source.profile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.countsas.source.cell.FiscalYear;

/**
 * The name of columns that differ only in the fiscal year, such as {@code 令和{year}年度要求額} or {@code FY{year} Enacted}. Width, case and white
 * space of names do not matter. Immutable and thread-safe.
 *
 * @param text the pattern, with {@link #YEAR} where the year stands
 */
public record YearPattern(String text) {
    /** Stands for the year. */
    public static final String YEAR = "{year}";

    /** A column whose whole name is a year. */
    static final YearPattern WHOLE = new YearPattern(YEAR);

    /** What a year's number needs before it to be understood: an era, or FY before two digits. */
    private static final List<String> BEFORE_NUMBER = List.of("令和", "平成", "昭和", "R", "H", "S", "FY");

    /** @throws IllegalArgumentException if the year does not stand in it exactly once */
    public YearPattern {
        if (!isOne(text) || text.indexOf(YEAR) != text.lastIndexOf(YEAR)) {
            throw new IllegalArgumentException(text);
        }
    }

    /** Whether a column's name is a pattern. */
    static boolean isOne(String name) {
        return name.contains(YEAR);
    }

    /** The year in a column's name; empty if the name does not match, or what stands there is no year. */
    public OptionalInt year(String column) {
        int at = text.indexOf(YEAR);
        String before = plain(text.substring(0, at));
        String after = plain(text.substring(at + YEAR.length()));
        String name = plain(column);
        if (name.length() <= before.length() + after.length() || !name.startsWith(before) || !name.endsWith(after)) {
            return OptionalInt.empty();
        }
        String year = name.substring(before.length(), name.length() - after.length());
        OptionalInt whole = FiscalYear.parse(year);
        return whole.isPresent()
                ? whole
                : BEFORE_NUMBER.stream()
                        .filter(before::endsWith)
                        .map(word -> FiscalYear.parse(word + year))
                        .filter(OptionalInt::isPresent)
                        .findFirst()
                        .orElse(OptionalInt.empty());
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }
}
