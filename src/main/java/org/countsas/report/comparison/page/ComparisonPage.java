package org.countsas.report.comparison.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.DefinitionChange;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.target.Distance;
import org.countsas.output.Html;
import org.countsas.output.Language;

/**
 * A comparison as one page that needs nothing else: no network, light and dark, fit to print. Charts are drawn as pictures by Apache
 * ECharts, which the page holds; without a script its tables say the same. Its policy lets no other script run than these.
 *
 * <p>The same content gives the same bytes.
 */
public final class ComparisonPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PageContent content;
    private final PageTexts words;
    private final StringBuilder html = new StringBuilder();

    private ComparisonPage(PageContent content, PageTexts words) {
        this.content = content;
        this.words = words;
    }

    /** The page. */
    public static String of(PageContent content, Language language) {
        ComparisonPage page = new ComparisonPage(
                content, new PageTexts(language, content.comparison().currency(), content.rules()));
        page.write();
        return page.html.toString();
    }

    private void write() {
        List<Section> sections = sections();
        List<Chart> charts =
                sections.stream().flatMap(section -> section.chart().stream()).toList();
        String library = resource("echarts.common.min.js").replace("</script", "<\\/script");
        String drawing = resource("charts.js");
        String title = words.text("title", words.title(last()));
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.language().id())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src '")
                .append(digest(library))
                .append("' '")
                .append(digest(drawing))
                .append("'\">\n");
        html.append("<title>")
                .append(Html.escaped(title))
                .append("</title>\n<style>\n")
                .append(resource("page.css"))
                .append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<h1>").append(Html.escaped(title)).append("</h1>\n");
        headline();
        sections.forEach(this::section);
        html.append("</main>\n");
        if (!charts.isEmpty()) {
            html.append("<script type=\"application/json\" id=\"charts\">")
                    .append(data(charts))
                    .append("</script>\n");
            html.append("<script>")
                    .append(library)
                    .append("</script>\n<script>")
                    .append(drawing)
                    .append("</script>\n");
        }
        html.append("</body>\n</html>\n");
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        ChangeSections changes = new ChangeSections(content, words);
        DefinitionSections sides = new DefinitionSections(content, words);
        sections.addAll(changes.ways());
        changes.targets().ifPresent(sections::add);
        sections.add(sides.areas());
        sections.add(sides.sideBySide());
        content.scenarios().ifPresent(report -> {
            ScenarioSections scenarios = new ScenarioSections(report, words, content.scenariosCommand());
            sections.add(scenarios.contributions());
            sections.add(scenarios.overlaps());
            sections.add(scenarios.frontier());
        });
        sections.addAll(changes.items());
        sections.add(sides.bases());
        sections.add(sides.years());
        return sections;
    }

    private DefinitionResult last() {
        List<DefinitionResult> sides = content.comparison().results();
        return sides.get(sides.size() - 1);
    }

    /** The answer in one sentence, then how sure it is and how far from the targets. */
    private void headline() {
        Comparison comparison = content.comparison();
        DefinitionChange change = comparison.changes().get(comparison.changes().size() - 1);
        DefinitionResult from = comparison.baseline();
        DefinitionResult to = last();
        long difference = change.delta().central();
        String facts = words.text(
                "facts",
                String.valueOf(comparison.fiscalYear()),
                words.language().text("stage." + comparison.stage().id()),
                comparison.items(),
                words.amount(comparison.amount()),
                comparison.asOf().toString());
        html.append("<p class=\"facts\">").append(Html.escaped(facts)).append("</p>\n");
        html.append("<p class=\"headline\">")
                .append(Html.escaped(words.text(
                        difference > 0 ? "headline.more" : difference < 0 ? "headline.less" : "headline.same",
                        words.title(from),
                        words.title(to),
                        words.amount(from.counted().central()),
                        words.amount(to.counted().central()),
                        words.amount(Math.abs(difference)))))
                .append("</p>\n<ul class=\"key\">\n");
        point(words.text("key.range", words.range(from.counted()), words.range(to.counted())));
        Optional<BigDecimal> before = from.percentOfGdp(from.counted().central());
        Optional<BigDecimal> after = to.percentOfGdp(to.counted().central());
        if (before.isPresent() && after.isPresent()) {
            point(words.text(
                    "key.gdp",
                    words.percent(before.get()),
                    words.percent(after.get()),
                    words.language().label(to.definition().gdp().orElseThrow().label())));
        }
        for (Distance distance : to.distances()) {
            point(words.text(
                    distance.reached() ? "key.above" : "key.below",
                    words.language().label(distance.level().target().label()),
                    words.amount(distance.level().amount()),
                    words.amount(Math.abs(distance.above().central()))));
        }
        if (to.reviewItems() > 0) {
            point(words.text("key.review", to.reviewItems(), words.amount(to.reviewHigh())));
        }
        html.append("</ul>\n<p class=\"note\">")
                .append(Html.escaped(words.text("note")))
                .append("</p>\n");
    }

    private void point(String text) {
        html.append("<li>").append(Html.escaped(text)).append("</li>\n");
    }

    private void section(Section section) {
        html.append("<section>\n<h2>").append(Html.escaped(section.title())).append("</h2>\n");
        section.paragraphs()
                .forEach(text -> html.append("<p>").append(Html.escaped(text)).append("</p>\n"));
        section.chart()
                .ifPresent(chart -> html.append("<div class=\"chart\" data-chart=\"")
                        .append(Html.escaped(chart.id()))
                        .append("\"></div>\n"));
        section.tables().forEach(table -> html.append(table.html()));
        if (!section.command().isEmpty()) {
            html.append("<p class=\"command\">")
                    .append(Html.escaped(words.text("reproduce")))
                    .append(" <code>")
                    .append(Html.escaped(section.command()))
                    .append("</code></p>\n");
        }
        html.append("</section>\n");
    }

    private String data(List<Chart> charts) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("unit")
                .put("size", 1_000_000_000_000L)
                .put("name", words.text(words.currency().equals("JPY") ? "unit.yen" : "unit.other", words.currency()));
        data.putObject("words").put("cut", words.text("chart.cut"));
        ObjectNode each = data.putObject("charts");
        charts.forEach(chart -> each.set(chart.id(), chart.data().put("title", chart.title())));
        try {
            return JSON.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree of plain nodes can always be written
        }
    }

    private static String digest(String script) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256")
                                    .digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ComparisonPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
