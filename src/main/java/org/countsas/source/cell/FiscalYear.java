package org.countsas.source.cell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads fiscal years in the notations of Japanese and English budgets. */
public final class FiscalYear {
    private static final Pattern WESTERN = Pattern.compile("(?:FY)?([0-9]{4})(?:年度|年)?");
    /** FY24: the two digits alone could be a year of an era. */
    private static final Pattern SHORT = Pattern.compile("FY['\u2019]?([0-9]{2})");
    /** 2024/25: the year after must follow. */
    private static final Pattern TWO =
            Pattern.compile("(?:FY)?([0-9]{4})[/\u2010-\u2015-](?:([0-9]{2})?([0-9]{2}))(?:年度)?");
    /** The day on which a fiscal year of that number begins, in Japan and elsewhere. */
    private static final Pattern FIRST_OF_APRIL =
            Pattern.compile("([0-9]{4})(?:-0?4-0?1|/0?4/0?1|\\.0?4\\.0?1|年4月1日)(?:T?00:00(?::00(?:\\.0+)?)?)?");

    private static final Pattern JAPANESE = Pattern.compile("(令和|平成|昭和|R|H|S)\\.?(元|[0-9]{1,2})(?:年度|年)?");

    private FiscalYear() {}

    /**
     * The year in 2024, FY2024, FY24, 2024/25, 2024-04-01, 2024年度, 令和6年度, R6, 平成31年度, 令和元年度, also in full-width digits; or empty. FY70 to
     * FY99 are of the twentieth century. Of all days only the first of April stands for a year: what year another day belongs to differs
     * from country to country.
     */
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
        Matcher two = TWO.matcher(text);
        if (two.matches()) {
            return two(two);
        }
        Matcher ofTwoDigits = SHORT.matcher(text);
        if (ofTwoDigits.matches()) {
            int year = Integer.parseInt(ofTwoDigits.group(1));
            return plausible(year < 70 ? 2000 + year : 1900 + year);
        }
        Matcher day = FIRST_OF_APRIL.matcher(text);
        if (day.matches()) {
            return plausible(Integer.parseInt(day.group(1)));
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

    private static OptionalInt two(Matcher two) {
        int year = Integer.parseInt(two.group(1));
        int next = year + 1;
        boolean follows = Integer.parseInt(two.group(3)) == next % 100
                && (two.group(2) == null || Integer.parseInt(two.group(2)) == next / 100);
        return follows ? plausible(year) : OptionalInt.empty();
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
