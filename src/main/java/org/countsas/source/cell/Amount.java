package org.countsas.source.cell;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.source.table.NumberStyle;
import org.jspecify.annotations.Nullable;

/**
 * An amount as read from a cell, exact, or what is wrong with the cell.
 *
 * @param value in whole units of the currency; 0 if the cell is wrong
 * @param wrong what is wrong with the cell, a clause without a full stop; null if nothing is
 */
public record Amount(long value, @Nullable String wrong) {
    private static final int LONGEST = 60;
    /**
     * After NFKC, which turns full-width digits, commas and parentheses into ASCII ones. A comma must separate groups of three: "1,5" may
     * be meant as a decimal, and a wrong guess would be off by a factor of ten. A backslash is the yen sign of code page 932, and an
     * apostrophe before all marks a number that a spreadsheet stores as text.
     */
    private static final Pattern NUMBER = pattern(NumberStyle.USUAL);

    private static Pattern pattern(NumberStyle style) {
        String between = "[" + Pattern.quote(Normalizer.normalize(style.groups(), Normalizer.Form.NFKC)) + "]";
        return Pattern.compile(
                "'?(?<sign>[-+\u2010\u2012\u2013\u2014\u2015\u2212▲△])? *[¥\\\\$€£]? *(?<digits>[0-9]{1,3}(?:" + between
                        + "[0-9]{3})+"
                        + "|[0-9]+)(?<decimals>" + Pattern.quote(String.valueOf(style.decimal()))
                        + "[0-9]+)? *(?:(?<unit>円|千円|万円|百万円|億円|兆円|千|万|百万|億|兆)|[$€£])?");
    }

    private static Amount wrong(String reason) {
        return new Amount(0, reason);
    }

    /**
     * Reads a cell.
     *
     * @param cell the cell's text
     * @param unit what the column counts in, as a multiple of the currency's unit; a cell that names its own unit (5億円) overrides it
     */
    public static Amount parse(String cell, BigDecimal unit) {
        return parse(cell, unit, NumberStyle.USUAL);
    }

    /**
     * Reads a cell.
     *
     * @param cell    the cell's text
     * @param unit    as above
     * @param numbers how numbers are written
     */
    public static Amount parse(String cell, BigDecimal unit, NumberStyle numbers) {
        boolean usual = numbers.isUsual();
        Amount plain = usual ? plain(cell, unit) : null;
        if (plain != null) {
            return plain;
        }
        if (cell.isBlank()) {
            return wrong("The amount is empty");
        }
        if (cell.length() > LONGEST) {
            return wrong("'" + cell.substring(0, 20) + "…' is not an amount");
        }
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        text = usual ? text : asciiDigits(text);
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        Matcher number = (usual ? NUMBER : pattern(numbers))
                .matcher(bracketed ? text.substring(1, text.length() - 1).strip() : text);
        if (!number.matches() || (bracketed && number.group("sign") != null)) {
            return wrong("'" + cell.strip() + "' is not an amount");
        }
        String sign = number.group("sign");
        boolean negative = bracketed || (sign != null && !sign.equals("+"));
        String decimals = number.group("decimals");
        BigDecimal value = new BigDecimal(number.group("digits").replaceAll("[^0-9]", "")
                        + (decimals == null ? "" : "." + decimals.substring(1)))
                .multiply(number.group("unit") == null ? unit : Unit.ofSuffix(number.group("unit")));
        return of(negative ? value.negate() : value, cell);
    }

    /** Other scripts have digits of their own. */
    private static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> ascii.appendCodePoint(
                        Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }

    /** Whether a cell names another currency than this one. */
    static boolean contradicts(String cell, String currency) {
        boolean yen = currency.equals(Unit.YEN);
        for (int i = 0; i < cell.length(); i++) {
            switch (cell.charAt(i)) {
                case '円', '¥', '￥', '\\' -> {
                    if (!yen) {
                        return true;
                    }
                }
                case '$', '＄', '€', '£', '￡' -> {
                    if (yen) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static Amount of(BigDecimal value, String cell) {
        if (value.stripTrailingZeros().scale() > 0) {
            return wrong("'" + cell.strip() + "' comes to " + value.toPlainString() + ", which is not a whole number");
        }
        try {
            return new Amount(value.longValueExact(), null);
        } catch (ArithmeticException e) {
            return wrong("'" + cell.strip() + "' is too large an amount");
        }
    }

    /**
     * The usual cell, without the cost of the general method, because tables have hundreds of thousands: ASCII digits, a minus before them,
     * commas in the right places, and the ".0" of the RS System's requests. Null for any other.
     */
    private static @Nullable Amount plain(String cell, BigDecimal unit) {
        int end = cell.endsWith(".0") ? cell.length() - 2 : cell.length();
        int start = cell.startsWith("-") ? 1 : 0;
        if (end <= start || end - start > 15 || unit.scale() != 0 || unit.precision() > 4) {
            return null;
        }
        long value = 0;
        int digits = 0;
        boolean grouped = false;
        for (int i = start; i < end; i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                value = 10 * value + c - '0';
                digits++;
            } else if (c != ',' || digits == 0 || digits > 3 || (grouped && digits != 3)) {
                return null;
            } else {
                grouped = true;
                digits = 0;
            }
        }
        if (digits == 0 || (grouped && digits != 3)) {
            return null;
        }
        // At most 15 digits and a factor below 10,000: no overflow.
        return new Amount((start == 1 ? -value : value) * unit.intValue(), null);
    }
}
