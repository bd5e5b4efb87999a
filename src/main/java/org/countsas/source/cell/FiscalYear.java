package org.countsas.source.cell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads fiscal years in the notations of Japanese and English budgets. */
public final class FiscalYear {
    private static final Pattern WESTERN = Pattern.compile("(?:FY)?([0-9]{4})(?:年度|年)?");
    private static final Pattern JAPANESE = Pattern.compile("(令和|平成|昭和|R|H|S)\\.?(元|[0-9]{1,2})(?:年度|年)?");

    private FiscalYear() {}

    /** The year in 2024, FY2024, 2024年度, 令和6年度, R6, 平成31年度, 令和元年度, also in full-width digits; or empty. */
    public static OptionalInt parse(String cell) {
        if (cell.length() == 4 && isDigit(cell, 0) && isDigit(cell, 1) && isDigit(cell, 2) && isDigit(cell, 3)) {
            return plausible(Integer.parseInt(cell));
        }
        if (cell.length() > 40) {
            return OptionalInt.empty();
        }
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        Matcher western = WESTERN.matcher(text);
        if (western.matches()) {
            return plausible(Integer.parseInt(western.group(1)));
        }
        Matcher japanese = JAPANESE.matcher(text);
        if (!japanese.matches()) {
            return OptionalInt.empty();
        }
        int year = japanese.group(2).equals("元") ? 1 : Integer.parseInt(japanese.group(2));
        return switch (japanese.group(1)) {
            case "令和", "R" -> within(year, 99, 2018);
            // Plans of that time continued in the old era: 平成35年度 is 2023.
            case "平成", "H" -> within(year, 45, 1988);
            default -> within(year, 64, 1925);
        };
    }

    private static boolean isDigit(String cell, int index) {
        return cell.charAt(index) >= '0' && cell.charAt(index) <= '9';
    }

    private static OptionalInt within(int year, int last, int before) {
        return year >= 1 && year <= last ? OptionalInt.of(before + year) : OptionalInt.empty();
    }

    private static OptionalInt plausible(int year) {
        return year >= 1868 && year <= 2200 ? OptionalInt.of(year) : OptionalInt.empty();
    }
}
