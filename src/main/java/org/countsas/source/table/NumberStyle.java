package org.countsas.source.table;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How numbers are written in the texts of a table. Immutable and thread-safe.
 *
 * @param locale    the language tag that people name it by; {@code ja} for the usual one
 * @param groups    the characters that may stand between groups of digits
 * @param decimal   the character before decimals
 */
public record NumberStyle(String locale, String groups, char decimal) {
    /** 1,234.5 as in Japanese and English; also 1、234. */
    public static final NumberStyle USUAL = new NumberStyle("ja", ",、", '.');

    private static final String SPACES = " \u00A0\u2009\u202F";
    private static final String APOSTROPHES = "'\u2019";

    /** How a locale writes numbers, such as {@code de} or {@code fr-CH}; empty if Java does not know it. */
    public static Optional<NumberStyle> of(String tag) {
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        boolean known = !locale.getLanguage().isEmpty()
                && Arrays.stream(NumberFormat.getAvailableLocales()).anyMatch(locale::equals);
        if (!known || !(NumberFormat.getInstance(locale) instanceof DecimalFormat format)) {
            return Optional.empty();
        }
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        char group = symbols.getGroupingSeparator();
        String groups = isIn(SPACES, group) ? SPACES : isIn(APOSTROPHES, group) ? APOSTROPHES : String.valueOf(group);
        if (group == '.' && symbols.getDecimalSeparator() == '.') {
            return Optional.empty();
        }
        boolean usual = group == ',' && symbols.getDecimalSeparator() == '.';
        return Optional.of(
                new NumberStyle(locale.toLanguageTag(), usual ? USUAL.groups : groups, symbols.getDecimalSeparator()));
    }

    private static boolean isIn(String characters, char wanted) {
        return characters.indexOf(wanted) >= 0;
    }

    /** Whether numbers are written in the {@linkplain #USUAL usual} way. */
    public boolean isUsual() {
        return decimal == '.' && groups.equals(USUAL.groups);
    }

    /**
     * A number that a workbook or a JSON document stores as such, written in this style, so that all cells of a table are.
     *
     * @param plain digits with a point before decimals
     */
    String write(String plain) {
        return decimal == '.' ? plain : plain.replace('.', decimal);
    }
}
