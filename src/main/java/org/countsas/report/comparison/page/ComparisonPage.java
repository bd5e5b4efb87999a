package org.countsas.report.comparison.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.comparison.target.Distance;
import org.countsas.output.Language;
import org.countsas.output.Pages;

/**
 * A comparison as one self-contained page: no network, light and dark, fit to print. Apache ECharts, which is part of the page, draws the
 * charts; without scripts its tables say the same. Its policy lets no other script run.
 *
 * <p>The same content gives the same bytes.
 */
public final class ComparisonPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PageContent content;
    private final PageTexts words;
    private final List<Section> sections;
    private final Script library;
    private final Script drawing;

    private ComparisonPage(PageContent content, PageTexts words) {
        this.content = content;
        this.words = words;
        this.sections = sections();
        this.library = new Script(
                Pages.part(ComparisonPage.class, "echarts.common.min.js").replace("</script", "<\\/script"));
        this.drawing = new Script(Pages.part(ComparisonPage.class, "charts.js"));
    }

    /** The page, as HTML. */
    public static String of(PageContent content, Language language) {
        return Pages.page(
                "comparison/page.jte",
                new ComparisonPage(
                        content, new PageTexts(language, content.comparison().currency(), content.rules())));
    }

    /**
     * A script that is part of the page.
     *
     * @param text its text, which does not end the element that contains it
     */
    public record Script(String text) {
        /** Its SHA-256 as the page's policy states it. */
        public String digest() {
            try {
                return "sha256-"
                        + Base64.getEncoder()
                                .encodeToString(MessageDigest.getInstance("SHA-256")
                                        .digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java platform has it
            }
        }
    }

    /** The page's language, {@code en} or {@code ja}. */
    public String language() {
        return words.language().id();
    }

    /** The page's style sheet. */
    public String style() {
        return Pages.part(ComparisonPage.class, "page.css");
    }

    /** The library that draws charts. */
    public Script library() {
        return library;
    }

    /** The script that tells the library which charts to draw. */
    public Script drawing() {
        return drawing;
    }

    /** A text of the page with its slots filled. */
    public String text(String key, Object... values) {
        return words.text(key, values);
    }

    /** The page's title. */
    public String title() {
        return words.text("title", words.title(last()));
    }

    /** The parts of the page, in order. */
    public List<Section> contents() {
        return List.copyOf(sections);
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        ChangeSections changes = new ChangeSections(content, words);
        DefinitionSections sides = new DefinitionSections(content, words);
        sections.addAll(changes.ways());
        changes.targets().ifPresent(sections::add);
        sections.add(sides.areas());
        sections.add(sides.sideBySide());
        ScenarioReport combinations = content.scenarios();
        if (combinations != null) {
            ScenarioSections scenarios = new ScenarioSections(combinations, words, content.scenariosCommand());
            sections.add(scenarios.contributions());
            sections.add(scenarios.overlaps());
            sections.add(scenarios.frontier());
        }
        sections.addAll(changes.items());
        sections.add(sides.bases());
        sections.add(sides.years());
        new PublishedSection(content, words).section().ifPresent(sections::add);
        return sections;
    }

    private DefinitionResult last() {
        List<DefinitionResult> sides = content.comparison().results();
        return sides.get(sides.size() - 1);
    }

    /** What was compared. */
    public String facts() {
        Comparison comparison = content.comparison();
        return words.text(
                "facts",
                String.valueOf(comparison.fiscalYear()),
                words.language().text("stage." + comparison.stage().id()),
                comparison.items(),
                words.amount(comparison.amount()),
                comparison.asOf().toString());
    }

    /** The answer in one sentence. */
    public String headline() {
        Comparison comparison = content.comparison();
        DefinitionResult from = comparison.baseline();
        DefinitionResult to = last();
        long difference = comparison
                .changes()
                .get(comparison.changes().size() - 1)
                .delta()
                .central();
        return words.text(
                difference > 0 ? "headline.more" : difference < 0 ? "headline.less" : "headline.same",
                words.title(from),
                words.title(to),
                words.amount(from.counted().central()),
                words.amount(to.counted().central()),
                words.amount(Math.abs(difference)));
    }

    /** How sure the answer is, and how far from the targets. */
    public List<String> keyPoints() {
        DefinitionResult from = content.comparison().baseline();
        DefinitionResult to = last();
        List<String> points = new ArrayList<>();
        points.add(words.text("key.range", words.range(from.counted()), words.range(to.counted())));
        Optional<BigDecimal> before = from.percentOfGdp(from.counted().central());
        Optional<BigDecimal> after = to.percentOfGdp(to.counted().central());
        if (before.isPresent() && after.isPresent()) {
            points.add(words.text(
                    "key.gdp",
                    words.percent(before.get()),
                    words.percent(after.get()),
                    words.language().label(to.definition().gdp().orElseThrow().label())));
        }
        for (Distance distance : to.distances()) {
            points.add(words.text(
                    distance.reached() ? "key.above" : "key.below",
                    words.language().label(distance.level().target().label()),
                    words.amount(distance.level().amount()),
                    words.amount(Math.abs(distance.above().central()))));
        }
        if (to.reviewItems() > 0) {
            points.add(words.text("key.review", to.reviewItems(), words.amount(to.reviewHigh())));
        }
        return points;
    }

    /** Whether the page has charts, for which it needs scripts. */
    public boolean hasCharts() {
        return sections.stream().anyMatch(section -> section.chart() != null);
    }

    /** What the charts show, as JSON that cannot end the element that contains it. */
    public String charts() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("unit")
                .put("size", 1_000_000_000_000L)
                .put("name", words.text(words.currency().equals("JPY") ? "unit.yen" : "unit.other", words.currency()));
        data.putObject("words").put("cut", words.text("chart.cut"));
        ObjectNode charts = data.putObject("charts");
        for (Section section : sections) {
            Chart chart = section.chart();
            if (chart != null) {
                charts.set(chart.id(), chart.data().put("title", chart.title()));
            }
        }
        try {
            return JSON.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree of plain nodes can always be written
        }
    }
}
