package org.countsas.report.quality;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.definition.Titles;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.TextTable;
import org.countsas.quality.Interval;
import org.countsas.quality.Score;
import org.countsas.quality.Score.WrongItem;
import org.countsas.quality.Tally;
import org.jspecify.annotations.Nullable;

/** A score as text and as JSON. */
public final class ScoreReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAME_WIDTH = 50;

    private ScoreReport() {}

    /** The score for a terminal: the figures, then the areas, then every item that differs from its labels. */
    public static List<String> text(Score score, String definition, Titles titles) {
        Language language = titles.language();
        Tally all = score.all();
        List<String> lines = new ArrayList<>();
        lines.add(language.text("score.head", definition));
        lines.add("  F1 " + show(all.f1().orElse(null)) + "  " + language.text("score.precision") + " "
                + show(all.precision().orElse(null))
                + "  " + language.text("score.recall") + " " + show(all.recall().orElse(null)) + "  "
                + language.text("score.area")
                + " " + show(all.areaAccuracy().orElse(null)));
        lines.add("  "
                + language.text(
                        "score.amounts",
                        show(all.precisionOfAmount().orElse(null)),
                        show(all.recallOfAmount().orElse(null))));
        lines.add("  "
                + language.text(
                        "score.counts",
                        language.number(all.hits()),
                        language.number(all.missed()),
                        language.number(all.wrong()),
                        language.number(all.left())));
        lines.add("");
        TextTable table = new TextTable(false, true, true, true, true, true, true, true, true);
        table.row(
                language.text("table.area"),
                "F1",
                language.text("score.precision"),
                language.text("score.recall"),
                language.text("score.area"),
                language.text("score.hits"),
                language.text("score.missed"),
                language.text("score.wrong"),
                language.text("table.amount"));
        score.byArea()
                .forEach((area, tally) -> table.row(
                        area.isEmpty() ? "-" : titles.area(area),
                        show(tally.f1().orElse(null)),
                        show(tally.precision().orElse(null)),
                        show(tally.recall().orElse(null)),
                        show(tally.areaAccuracy().orElse(null)),
                        language.number(tally.hits()),
                        language.number(tally.missed()),
                        language.number(tally.wrong()),
                        language.number(tally.hitAmount())));
        lines.addAll(table.lines("  "));
        lines.add("");
        lines.add(language.text("score.intervals"));
        lines.addAll(intervals(score, titles).lines("  "));
        if (!score.wrong().isEmpty()) {
            lines.add("");
            TextTable wrong = new TextTable(false, true, false, false, false);
            for (WrongItem item : score.wrong()) {
                wrong.row(
                        language.text("score." + item.kind()),
                        item.decision().item().id(),
                        TextTable.cut(item.decision().item().programme().name(), NAME_WIDTH),
                        decided(item, titles),
                        item.labels().stream().map(titles::area).collect(Collectors.joining(", ")));
            }
            lines.addAll(wrong.lines("  "));
        }
        if (!score.unknown().isEmpty()) {
            lines.add("");
            lines.add(language.text(
                    "score.unknown",
                    language.number(score.unknown().size()),
                    String.join(", ", score.unknown().stream().limit(10).toList())));
        }
        return lines;
    }

    private static String decided(WrongItem item, Titles titles) {
        String outcome =
                titles.language().text("score.decided." + item.decision().outcome());
        return item.decision()
                .area()
                .map(area -> outcome + " " + titles.area(area))
                .orElse(outcome);
    }

    private static TextTable intervals(Score score, Titles titles) {
        Language language = titles.language();
        TextTable table = new TextTable(false, true, true, true);
        table.row(language.text("table.area"), "F1", language.text("score.precision"), language.text("score.recall"));
        intervals(table, language.text("score.all"), score.all());
        score.byArea().forEach((area, tally) -> intervals(table, area.isEmpty() ? "-" : titles.area(area), tally));
        return table;
    }

    private static void intervals(TextTable table, String name, Tally tally) {
        table.row(
                name,
                range(tally.f1Interval().orElse(null)),
                range(tally.precisionInterval().orElse(null)),
                range(tally.recallInterval().orElse(null)));
    }

    private static String range(@Nullable Interval interval) {
        return interval == null
                ? "-"
                : interval.low().toPlainString() + "–" + interval.high().toPlainString();
    }

    /** The score as JSON. Ratios have four decimals; a ratio without a base is null. */
    public static String json(Score score, String definition) {
        ObjectNode json = JSON.createObjectNode();
        json.put("definition", definition);
        ratios(json, score.all());
        ArrayNode areas = json.putArray("areas");
        score.byArea().forEach((area, tally) -> ratios(areas.addObject().put("area", area), tally));
        ArrayNode wrong = json.putArray("wrong");
        for (WrongItem item : score.wrong()) {
            ObjectNode node = wrong.addObject();
            node.put("item", item.decision().item().id());
            node.put("kind", item.kind().name());
            node.put("outcome", item.decision().outcome().name());
            node.put("area", item.decision().area().orElse(null));
            item.labels().forEach(node.putArray("labels")::add);
        }
        score.unknown().forEach(json.putArray("unknown")::add);
        return PrettyJson.of(json);
    }

    private static void ratios(ObjectNode json, Tally tally) {
        json.put("f1", tally.f1().orElse(null));
        json.put("precision", tally.precision().orElse(null));
        json.put("recall", tally.recall().orElse(null));
        json.put("areaAccuracy", tally.areaAccuracy().orElse(null));
        json.put("precisionOfAmount", tally.precisionOfAmount().orElse(null));
        json.put("recallOfAmount", tally.recallOfAmount().orElse(null));
        ObjectNode intervals = json.putObject("intervals");
        interval(intervals, "f1", tally.f1Interval().orElse(null));
        interval(intervals, "precision", tally.precisionInterval().orElse(null));
        interval(intervals, "recall", tally.recallInterval().orElse(null));
        json.putObject("items")
                .put("hits", tally.hits())
                .put("missed", tally.missed())
                .put("wrong", tally.wrong())
                .put("left", tally.left());
        json.putObject("amounts")
                .put("hits", tally.hitAmount())
                .put("missed", tally.missedAmount())
                .put("wrong", tally.wrongAmount());
    }

    private static void interval(ObjectNode json, String key, @Nullable Interval interval) {
        if (interval == null) {
            json.putNull(key);
        } else {
            json.putArray(key).add(interval.low()).add(interval.high());
        }
    }

    private static String show(@Nullable BigDecimal ratio) {
        return ratio == null ? "-" : ratio.toPlainString();
    }
}
