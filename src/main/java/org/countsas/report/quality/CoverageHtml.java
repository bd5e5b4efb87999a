package org.countsas.report.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countsas.output.Html;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.quality.coverage.ConditionCoverage;
import org.countsas.quality.coverage.Coverage;
import org.countsas.quality.coverage.Coverage.Ratio;
import org.countsas.quality.coverage.RuleCoverage;
import org.countsas.quality.coverage.TermCoverage;

/**
 * Coverage as one page: the rule files as they are written, each condition in the colour of what is known of it. The page needs
 * nothing but itself, has no script, and says in words and signs whatever it says in colours.
 */
public final class CoverageHtml {
    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1b1b1b; --page: #ffffff; --line: #d5d5d5; --dim: #5f5f5f;
              --full: #d3efd6; --covered: #e6f3cf; --never-decided: #ffeaae; --never-true: #ffd5cf; --never-false: #f7d6ea; }
            @media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --page: #161616; --line: #3c3c3c; --dim: #a8a8a8;
              --full: #1d4426; --covered: #37451a; --never-decided: #564404; --never-true: #622219; --never-false: #561f44; } }
            body { color: var(--text); background: var(--page); font: 16px/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 75rem; padding: 0 1rem; }
            table { border-collapse: collapse; } th, td { border-bottom: 1px solid var(--line); padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
            pre { font: 14px/1.5 ui-monospace, monospace; overflow-x: auto; border: 1px solid var(--line); padding: .5rem; }
            pre .line { color: var(--dim); user-select: none; } mark { color: inherit; border-radius: 3px; padding: 1px 2px; }
            mark::before { font-weight: bold; } .full { background: var(--full); } .covered { background: var(--covered); }
            .never-decided { background: var(--never-decided); } .never-true { background: var(--never-true); } .never-false { background: var(--never-false); }
            .full::before { content: "✓✓ "; } .covered::before { content: "✓ "; } .never-decided::before { content: "= "; }
            .never-true::before { content: "✗ "; } .never-false::before { content: "! "; }
            #by-tests:checked ~ main .by-data, #by-data:checked ~ main .by-tests { display: none; }
            ul.legend { list-style: none; padding: 0; }
            .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
            """;

    private final RuleBook book;
    private final Coverage byTests;
    private final Optional<Coverage> byData;
    private final Language language;
    private final StringBuilder html = new StringBuilder();

    private CoverageHtml(RuleBook book, Coverage byTests, Optional<Coverage> byData, Language language) {
        this.book = book;
        this.byTests = byTests;
        this.byData = byData;
        this.language = language;
    }

    /** The page. */
    public static String of(RuleBook book, Coverage byTests, Optional<Coverage> byData, Language language) {
        CoverageHtml page = new CoverageHtml(book, byTests, byData, language);
        page.write();
        return page.html.toString();
    }

    /** One way of covering the rules; shown alone if there are two. */
    private record View(String id, Coverage coverage) {}

    private List<View> views() {
        List<View> views = new ArrayList<>(List.of(new View("by-tests", byTests)));
        byData.ifPresent(coverage -> views.add(new View("by-data", coverage)));
        return views;
    }

    private void write() {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.id())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(text("html.title"))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(text("html.title"))
                .append("</h1>\n");
        if (byData.isPresent()) {
            html.append("<span>").append(text("html.by")).append("</span>\n");
            choice("by-tests", "html.byTests", true);
            choice("by-data", "html.byData", false);
        }
        html.append("<main>\n");
        legend();
        views().forEach(this::summary);
        book.ruleFiles().forEach(this::file);
        views().forEach(this::terms);
        html.append("</main>\n</body>\n</html>\n");
    }

    private void choice(String id, String key, boolean checked) {
        html.append("<input type=\"radio\" name=\"by\" id=\"")
                .append(id)
                .append('"')
                .append(checked ? " checked" : "")
                .append("> <label for=\"")
                .append(id)
                .append("\">")
                .append(text(key))
                .append("</label>\n");
    }

    private void legend() {
        html.append("<h2>").append(text("html.legend")).append("</h2>\n<ul class=\"legend\">\n");
        for (ConditionCoverage.Level level : ConditionCoverage.Level.values()) {
            html.append("<li><mark class=\"")
                    .append(css(level))
                    .append("\">")
                    .append(text("html." + level))
                    .append("</mark></li>\n");
        }
        html.append("</ul>\n");
    }

    private void summary(View view) {
        Coverage coverage = view.coverage();
        html.append("<section class=\"")
                .append(view.id())
                .append("\">\n<h2>")
                .append(text(
                        view.id().equals("by-tests") ? "coverage.tests" : "coverage.data",
                        language.number(coverage.items())))
                .append("</h2>\n<table>\n");
        ratio("coverage.rules", coverage.firedRules());
        ratio("coverage.conditions", coverage.coveredConditions());
        ratio("coverage.deciding", coverage.decidingConditions());
        ratio("coverage.full", coverage.fullyCoveredConditions());
        ratio("coverage.terms", coverage.foundTerms());
        html.append("</table>\n<h3>")
                .append(text("html.policies"))
                .append("</h3>\n<table>\n<tr><th scope=\"col\">")
                .append(text("html.policy"))
                .append("</th><th scope=\"col\" class=\"number\">")
                .append(text("coverage.rules"))
                .append("</th><th scope=\"col\" class=\"number\">")
                .append(text("html.conditions"))
                .append("</th></tr>\n");
        Map<String, List<RuleCoverage>> byFile = new LinkedHashMap<>();
        coverage.rules()
                .forEach(rule -> byFile.computeIfAbsent(rule.rule().file(), file -> new ArrayList<>())
                        .add(rule));
        byFile.forEach((file, rules) -> {
            Coverage part = new Coverage(coverage.items(), rules, List.of());
            html.append("<tr><th scope=\"row\"><a href=\"#")
                    .append(Html.escaped(file))
                    .append("\">")
                    .append(Html.escaped(rules.get(0).rule().policy()))
                    .append("</a></th><td class=\"number\">")
                    .append(show(part.firedRules()))
                    .append("</td><td class=\"number\">")
                    .append(show(part.coveredConditions()))
                    .append("</td></tr>\n");
        });
        html.append("</table>\n</section>\n");
    }

    private void ratio(String key, Ratio ratio) {
        html.append("<tr><th scope=\"row\">")
                .append(text(key))
                .append("</th><td class=\"number\">")
                .append(show(ratio))
                .append("</td></tr>\n");
    }

    private String show(Ratio ratio) {
        return ratio.percent() + " % (" + language.number(ratio.part()) + " / " + language.number(ratio.whole()) + ")";
    }

    private void file(String file, String source) {
        html.append("<h2 id=\"")
                .append(Html.escaped(file))
                .append("\">")
                .append(Html.escaped(file))
                .append("</h2>\n");
        for (View view : views()) {
            html.append("<pre class=\"").append(view.id()).append("\">");
            lines(source, conditionsOf(file, view.coverage()), firedOf(file, view.coverage()));
            html.append("</pre>\n");
        }
    }

    private static List<ConditionCoverage> conditionsOf(String file, Coverage coverage) {
        return coverage.conditions()
                .filter(condition -> condition.rule().file().equals(file))
                .sorted(Comparator.<ConditionCoverage>comparingInt(
                                condition -> condition.condition().source().line())
                        .thenComparing(
                                condition -> condition.condition().source().column()))
                .toList();
    }

    private static Map<Integer, RuleCoverage> firedOf(String file, Coverage coverage) {
        Map<Integer, RuleCoverage> fired = new LinkedHashMap<>();
        coverage.rules().stream()
                .filter(rule -> rule.rule().file().equals(file))
                .forEach(rule -> fired.put(rule.rule().line(), rule));
        return fired;
    }

    private void lines(String source, List<ConditionCoverage> conditions, Map<Integer, RuleCoverage> fired) {
        int line = 0;
        int start = 0;
        int next = 0;
        while (start < source.length()) {
            line++;
            int end = source.indexOf('\n', start);
            end = end < 0 ? source.length() : end;
            html.append("<span class=\"line\" aria-hidden=\"true\">")
                    .append(String.format(Locale.ROOT, "%4d ", line))
                    .append("</span>");
            int at = start;
            while (next < conditions.size()
                    && conditions.get(next).condition().source().line() == line) {
                ConditionCoverage condition = conditions.get(next++);
                int from = start + condition.condition().source().column() - 1;
                html.append(Html.escaped(source.substring(at, from)));
                // A condition may run over several lines; the rest of it is shown with its first line.
                at = from + condition.condition().source().text().length();
                mark(condition);
            }
            while (at > end) {
                line++;
                end = source.indexOf('\n', end + 1);
                end = end < 0 ? source.length() : end;
            }
            html.append(Html.escaped(source.substring(at, end)));
            if (fired.containsKey(line)) {
                long times = fired.get(line).fired();
                html.append(" <mark class=\"")
                        .append(times > 0 ? "covered" : "never-true")
                        .append("\">")
                        .append(text("html.fired"))
                        .append(": ")
                        .append(language.number(times))
                        .append("</mark>");
            }
            html.append('\n');
            start = end + 1;
        }
    }

    private void mark(ConditionCoverage condition) {
        String counts = text(
                "html.counts",
                language.number(condition.seenTrue()),
                language.number(condition.seenFalse()),
                language.number(condition.decidedTrue() + condition.decidedFalse()));
        String said = text("html." + condition.level()) + ": " + counts;
        html.append("<mark class=\"")
                .append(css(condition.level()))
                .append("\" title=\"")
                .append(said)
                .append("\">")
                .append(Html.escaped(condition.condition().source().text()))
                .append("<span class=\"spoken\"> (")
                .append(said)
                .append(")</span></mark>");
    }

    private void terms(View view) {
        html.append("<section class=\"")
                .append(view.id())
                .append("\">\n<h2>")
                .append(text("html.terms"))
                .append("</h2>\n<table>\n");
        Map<String, List<TermCoverage>> byConcept = new LinkedHashMap<>();
        view.coverage().terms().stream()
                .filter(term -> term.found() == 0)
                .forEach(term -> byConcept
                        .computeIfAbsent(term.concept().id(), id -> new ArrayList<>())
                        .add(term));
        byConcept.forEach((concept, terms) -> html.append("<tr><th scope=\"row\">")
                .append(Html.escaped(concept))
                .append("</th><td>")
                .append(Html.escaped(
                        String.join(", ", terms.stream().map(TermCoverage::term).toList())))
                .append("</td></tr>\n"));
        html.append("</table>\n")
                .append(byConcept.isEmpty() ? "<p>" + text("html.none") + "</p>\n" : "")
                .append("</section>\n");
    }

    private static String css(ConditionCoverage.Level level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(String key, Object... values) {
        return Html.escaped(Texts.of(CoverageHtml.class, language).text(key, values));
    }
}
