package org.countsas.report.comparison.page;

import java.util.ArrayList;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.TotalDelta;
import org.countsas.output.Html;

/** A table of the page. Each amount carries its exact value in whole units of the currency. Not thread-safe. */
final class PageTable {
    private static final int LONG = 24;

    private final PageTexts words;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final String caption;
    private int texts;
    private int rows;

    private PageTable(String caption, PageTexts words) {
        this.caption = caption;
        this.words = words;
    }

    /** A table without rows yet, whose amounts are in the unit that the caption tells. */
    static PageTable of(String caption, PageTexts words) {
        return new PageTable(
                words.text("table.caption", caption, words.language().unit(words.currency())), words);
    }

    /** The heads of the columns: first those of texts, then those of numbers. */
    PageTable columns(List<String> ofTexts, List<String> ofNumbers) {
        texts = ofTexts.size();
        ofTexts.forEach(name ->
                head.append("<th scope=\"col\">").append(Html.escaped(name)).append("</th>"));
        ofNumbers.forEach(name -> head.append("<th scope=\"col\" class=\"number\">")
                .append(Html.escaped(name))
                .append("</th>"));
        return this;
    }

    /** A row: its first text is its head. */
    void row(List<String> cells, List<String> numbers) {
        rows++;
        body.append("<tr>");
        for (int i = 0; i < texts; i++) {
            body.append(i == 0 ? "<th scope=\"row\">" : "<td>")
                    .append(Html.escaped(cells.get(i)))
                    .append(i == 0 ? "</th>" : "</td>");
        }
        numbers.forEach(
                number -> body.append("<td class=\"number\">").append(number).append("</td>"));
        body.append("</tr>\n");
    }

    /** An amount as a cell. */
    String amount(long amount) {
        return data(amount, amount == 0 ? "0" : words.language().digits(amount, words.currency()));
    }

    /** What is added or taken away as a cell. */
    String change(long amount) {
        String digits = amount == 0 ? "0" : words.language().digits(Math.abs(amount), words.currency());
        return data(amount, (amount > 0 ? "+" : amount < 0 ? "−" : "") + digits);
    }

    /** Central value, lower bound and upper bound as three cells. */
    List<String> amounts(Counted counted) {
        return List.of(amount(counted.central()), amount(counted.low()), amount(counted.high()));
    }

    /** The same of a change. */
    List<String> changes(TotalDelta worth) {
        return List.of(change(worth.central()), change(worth.low()), change(worth.high()));
    }

    /** A number of things as a cell. */
    String count(long count) {
        return data(count, words.language().number(count));
    }

    private static String data(long value, String said) {
        return "<data value=\"" + value + "\">" + Html.escaped(said) + "</data>";
    }

    /** A cell in a shade from 0, none, to 5, the darkest. */
    static String shaded(String cell, int shade) {
        return "<span class=\"shade shade-" + shade + "\">" + cell + "</span>";
    }

    static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    String html() {
        String table = plain();
        return rows <= LONG
                ? table
                : "<details>\n<summary>" + Html.escaped(words.text("table.open", caption)) + "</summary>\n" + table
                        + "</details>\n";
    }

    private String plain() {
        return "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"" + Html.escaped(caption)
                + "\">\n<table>\n<caption>" + Html.escaped(caption) + "</caption>\n<thead><tr>" + head
                + "</tr></thead>\n<tbody>\n" + body + "</tbody>\n</table>\n</div>\n";
    }
}
