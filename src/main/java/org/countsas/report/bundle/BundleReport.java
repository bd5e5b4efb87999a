package org.countsas.report.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.bundle.RunReport;
import org.countsas.item.BudgetItem;
import org.countsas.output.Html;
import org.countsas.output.Language;
import org.countsas.output.Texts;

/**
 * The page that people read first: what was decided, in figures, with the largest items that count and those that a person must judge.
 * The page needs nothing but itself and has no script. Not thread-safe.
 */
public final class BundleReport implements RunReport {
    private static final int SHOWN = 20;
    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1b1b1b; --page: #ffffff; --line: #d5d5d5; }
            @media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --page: #161616; --line: #3c3c3c; } }
            body { color: var(--text); background: var(--page); font: 16px/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 75rem; padding: 0 1rem; }
            table { border-collapse: collapse; } th, td { border-bottom: 1px solid var(--line); padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
            """;

    private final RunHeader header;
    private final Language language;
    private final Map<String, PriorityQueue<Row>> counted = new TreeMap<>();
    private final Map<String, PriorityQueue<Row>> review = new TreeMap<>();
    private final StringBuilder html = new StringBuilder();

    /** An item of a table; among equal amounts, the first by id is the largest. */
    private record Row(String id, String name, String ministry, String area, long amount, long shown) {
        static final Comparator<Row> SMALLEST_FIRST =
                Comparator.comparingLong(Row::shown).thenComparing(Row::id, Comparator.reverseOrder());
    }

    public BundleReport(RunHeader header, Language language) {
        this.header = header;
        this.language = language;
    }

    @Override
    public void add(BudgetItem item, DecisionLine line) {
        if (line.outcome() != Outcome.NOT_COUNTED) {
            boolean counts = line.outcome() == Outcome.COUNTED;
            PriorityQueue<Row> rows = (counts ? counted : review)
                    .computeIfAbsent(line.definition(), id -> new PriorityQueue<>(Row.SMALLEST_FIRST));
            rows.add(new Row(
                    item.id(),
                    item.programme().name(),
                    item.programme().ministry(),
                    String.valueOf(line.area()),
                    line.amount(),
                    counts ? line.counted().central() : line.counted().high()));
            if (rows.size() > SHOWN) {
                rows.poll();
            }
        }
    }

    @Override
    public String html(List<DefinitionTotals> totals, int rejected) {
        html.setLength(0);
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.id())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(text("report.title"))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(text("report.title"))
                .append("</h1>\n<table>\n");
        fact(
                "report.time",
                header.time().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
        fact("report.product", header.product());
        fact("report.asOf", header.asOf().toString());
        fact(
                "report.selection",
                header.fiscalYear() + ", "
                        + Texts.of(BundleReport.class, language)
                                .text("stage." + header.stage().id()));
        fact("report.currency", header.currency());
        fact("report.decided", language.number(totals.get(0).items()));
        fact("report.rejected", language.number(rejected));
        html.append("</table>\n<p>").append(text("report.trust")).append("</p>\n");
        totals.forEach(this::definition);
        return html.append("</body>\n</html>\n").toString();
    }

    private void definition(DefinitionTotals totals) {
        html.append("<h2>").append(Html.escaped(totals.definition())).append("</h2>\n<table>\n");
        fact("report.amount", language.exact(totals.amount(), header.currency()));
        fact(
                "report.counted",
                language.exact(totals.counted().central(), header.currency()) + " ("
                        + language.number(totals.counted().low()) + " – "
                        + language.number(totals.counted().high()) + ")");
        fact(
                "report.review",
                language.number(totals.review().items()) + " ("
                        + language.exact(totals.review().amount(), header.currency()) + ")");
        html.append("</table>\n<h3>").append(text("report.areas")).append("</h3>\n<table>\n");
        head("report.block", "report.area", "report.items", "report.amount", "report.counted");
        for (AreaTotal area : totals.areas()) {
            html.append("<tr>");
            cell(area.block());
            cell(area.area());
            number(area.items());
            number(area.amount());
            number(area.counted().central());
            html.append("</tr>\n");
        }
        html.append("</table>\n");
        rows("report.largest", "report.counted", counted.get(totals.definition()));
        rows("report.toReview", "report.upTo", review.get(totals.definition()));
    }

    private void rows(String title, String last, @org.jspecify.annotations.Nullable PriorityQueue<Row> rows) {
        if (rows == null) {
            return;
        }
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Row.SMALLEST_FIRST.reversed());
        html.append("<h3>").append(text(title)).append("</h3>\n<table>\n");
        head("report.item", "report.name", "report.ministry", "report.area", "report.amount", last);
        for (Row row : sorted) {
            html.append("<tr>");
            cell(row.id());
            cell(row.name());
            cell(row.ministry());
            cell(row.area());
            number(row.amount());
            number(row.shown());
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private void head(String... keys) {
        html.append("<tr>");
        for (String key : keys) {
            html.append("<th scope=\"col\">").append(text(key)).append("</th>");
        }
        html.append("</tr>\n");
    }

    private void fact(String key, String value) {
        html.append("<tr><th scope=\"row\">")
                .append(text(key))
                .append("</th><td>")
                .append(Html.escaped(value))
                .append("</td></tr>\n");
    }

    private void cell(String value) {
        html.append("<td>").append(Html.escaped(value)).append("</td>");
    }

    private void number(long value) {
        html.append("<td class=\"number\">").append(language.number(value)).append("</td>");
    }

    private String text(String key) {
        return Html.escaped(Texts.of(BundleReport.class, language).text(key));
    }
}
