package org.countsas.report.explanation;

import java.util.List;
import org.countsas.output.Html;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.report.explanation.ExplanationDocument.Line;
import org.countsas.report.explanation.ExplanationDocument.Mark;
import org.countsas.report.explanation.ExplanationDocument.Section;

/** An explanation as one page that needs nothing else: no network, no script; light and dark; fit to print. */
public final class ExplanationHtml {
    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1b1b1f; --paper: #ffffff; --quiet: #55565c; --line: #d5d6dc; --met: #0b6b3a; --unmet: #a3200d; }
            @media (prefers-color-scheme: dark) {
              :root { --text: #e8e8ec; --paper: #17181c; --quiet: #a9abb5; --line: #3a3c44; --met: #6fd39b; --unmet: #ff9a85; }
            }
            body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--text); background: var(--paper); overflow-wrap: anywhere; }
            h1 { font-size: 1.4rem; line-height: 1.3; }
            h2 { margin-top: 2rem; padding-top: .8rem; border-top: 1px solid var(--line); font-size: 1.15rem; }
            ul { margin: .2rem 0; padding-left: 1.3rem; }
            li { margin: .25rem 0; }
            .note { color: var(--quiet); font-size: .92rem; }
            .met > .mark { color: var(--met); font-weight: 600; }
            .unmet > .mark { color: var(--unmet); font-weight: 600; }
            @media print {
              :root { --text: #000; --paper: #fff; --quiet: #333; --line: #999; --met: #000; --unmet: #000; }
              body { max-width: none; padding: 0; font-size: 10.5pt; }
              li, h2 { break-inside: avoid; }
              h2 { break-after: avoid; }
            }
            """;

    private ExplanationHtml() {}

    /** The page of an explanation. */
    public static String of(ExplanationDocument document) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(document.language().id())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.append("<title>")
                .append(Html.escaped(document.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<h1>").append(Html.escaped(document.title())).append("</h1>\n");
        for (Section section : document.sections()) {
            html.append("<section>\n<h2>").append(Html.escaped(section.title())).append("</h2>\n");
            list(section.lines(), document.language(), html);
            html.append("</section>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void list(List<Line> lines, Language language, StringBuilder html) {
        html.append("<ul>\n");
        for (Line line : lines) {
            html.append("<li").append(attribute(line.mark())).append('>');
            if (line.mark() == Mark.MET || line.mark() == Mark.NOT_MET) {
                html.append("<span class=\"mark\">")
                        .append(Html.escaped(
                                Texts.of(ExplanationHtml.class, language).text("mark." + line.mark())))
                        .append("</span>");
            }
            html.append(
                    line.mark() == Mark.STRONG
                            ? "<strong>" + Html.escaped(line.text()) + "</strong>"
                            : Html.escaped(line.text()));
            if (!line.details().isEmpty()) {
                html.append('\n');
                list(line.details(), language, html);
            }
            html.append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private static String attribute(Mark mark) {
        return switch (mark) {
            case MET -> " class=\"met\"";
            case NOT_MET -> " class=\"unmet\"";
            case NOTE -> " class=\"note\"";
            case STRONG, PLAIN -> "";
        };
    }
}
