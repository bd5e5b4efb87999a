package org.countsas.output;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Texts in tables that people open with a spreadsheet program. Such programs take a cell of a CSV file for a formula if it begins with
 * {@code = + - @}, and some with a tab or carriage return: a name in an input could then run, or fetch something from elsewhere. An
 * apostrophe before it makes it a text (OWASP, CSV Injection); this apostrophe is the mark. A negative number stays as it is, and cells of
 * workbooks are text by their type.
 */
@API(status = API.Status.INTERNAL)
public final class SpreadsheetText {
    private static final String STARTS = "=+-@\t\r";
    private static final char MARK = '\'';
    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

    private SpreadsheetText() {}

    /** The text with the mark before it if a spreadsheet program might take it for a formula; otherwise unchanged. */
    public static String marked(String text) {
        return startsFormula(text, 0) ? MARK + text : text;
    }

    /** A cell as {@link String#valueOf}, {@link #marked} if it is a text. */
    public static String cell(Object cell) {
        return cell instanceof String text ? marked(text) : String.valueOf(cell);
    }

    /** The text without the mark, if it has one. */
    public static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK && startsFormula(text, 1) ? text.substring(1) : text;
    }

    private static boolean startsFormula(String text, int at) {
        return text.length() > at
                && STARTS.indexOf(text.charAt(at)) >= 0
                && !NEGATIVE_NUMBER.matcher(text.substring(at)).matches();
    }
}
