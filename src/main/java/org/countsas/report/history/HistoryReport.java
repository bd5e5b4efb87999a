package org.countsas.report.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.history.Cause;
import org.countsas.audit.history.ItemHistory;
import org.countsas.definition.Titles;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.jspecify.annotations.Nullable;

/** Histories for people and for programs. */
public final class HistoryReport {
    private static final int MOST_DETAILS = 40;
    private static final int DETAIL_WIDTH = 140;

    private final ItemHistory history;
    private final Titles titles;
    private final Language language;

    /** A history in which areas and rules have their ids for names. */
    public HistoryReport(ItemHistory history, Language language) {
        this(history, Titles.none(language));
    }

    /** @param titles what people call areas and rules, in the language of the text */
    public HistoryReport(ItemHistory history, Titles titles) {
        this.history = history;
        this.titles = titles;
        this.language = titles.language();
    }

    /** The runs of each definition in a table, and below it each change with its cause. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(say("item", history.item(), history.name().replaceAll("\\s+", " ")));
        history.definitions().forEach((definition, steps) -> {
            lines.add("");
            lines.add(say("definition", titles.idAndTitle(definition)));
            TextTable table = new TextTable(false, false, false, false, false, true, false);
            table.row("", say("run"), say("asOf"), say("year"), say("decided"), say("counted"), say("rule"));
            for (ItemHistory.Step step : steps) {
                table.row(
                        step.changed() ? "*" : "",
                        step.run(),
                        step.asOf().toString(),
                        step.fiscalYear() + " "
                                + language.text("stage." + step.stage().id()),
                        decided(step.decision()),
                        counted(step.decision()),
                        titles.rule(Objects.requireNonNullElse(step.rule(), "")));
            }
            lines.addAll(table.lines("  "));
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i).changed()) {
                    lines.add("");
                    lines.add("  * "
                            + say(
                                    "changed",
                                    steps.get(i).run(),
                                    decided(steps.get(i - 1).decision()),
                                    decided(steps.get(i).decision())));
                    steps.get(i).causes().forEach(cause -> lines.addAll(cause(cause)));
                }
            }
            if (steps.stream().noneMatch(ItemHistory.Step::changed)) {
                lines.add("  " + say("unchanged"));
            }
        });
        return lines;
    }

    private List<String> cause(Cause cause) {
        List<String> lines = new ArrayList<>();
        lines.add("    " + say("cause." + cause.kind(), cause.subject()));
        cause.details().stream()
                .limit(MOST_DETAILS)
                .forEach(detail -> lines.add("      " + TextTable.cut(detail.replace("\t", "    "), DETAIL_WIDTH)));
        if (cause.details().size() > MOST_DETAILS) {
            lines.add("      …");
        }
        return lines;
    }

    private String decided(@Nullable DecisionLine line) {
        return line == null
                ? say("absent")
                : say(
                        "decided." + line.outcome(),
                        titles.area(String.valueOf(line.area())),
                        language.percent(line.share().toString()));
    }

    private String counted(@Nullable DecisionLine line) {
        return line == null ? "" : language.exact(line.counted().central(), history.currency());
    }

    /** The history as JSON. Amounts are whole units of the currency, shares basis points. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("item", history.item()).put("name", history.name()).put("currency", history.currency());
        ArrayNode definitions = json.putArray("definitions");
        history.definitions().forEach((id, steps) -> {
            ArrayNode runs = definitions.addObject().put("definition", id).putArray("runs");
            steps.forEach(step -> step(runs.addObject(), step));
        });
        return PrettyJson.of(json);
    }

    private static void step(ObjectNode json, ItemHistory.Step step) {
        json.put("run", step.run())
                .put("time", step.time().toString())
                .put("asOf", step.asOf().toString())
                .put("fiscalYear", step.fiscalYear())
                .put("stage", step.stage().id());
        DecisionLine line = step.decision();
        json.put("outcome", line == null ? null : line.outcome().name());
        json.put("area", line == null ? null : line.area());
        if (line != null) {
            json.putObject("share")
                    .put("low", line.share().low())
                    .put("central", line.share().central())
                    .put("high", line.share().high());
            json.put("amount", line.amount());
            json.putObject("counted")
                    .put("low", line.counted().low())
                    .put("central", line.counted().central())
                    .put("high", line.counted().high());
        }
        json.put("rule", step.rule()).put("changed", step.changed());
        ArrayNode causes = json.putArray("causes");
        for (Cause cause : step.causes()) {
            ArrayNode details = causes.addObject()
                    .put("kind", cause.kind().name())
                    .put("subject", cause.subject())
                    .putArray("details");
            cause.details().forEach(details::add);
        }
    }

    private String say(String key, Object... values) {
        return Texts.of(HistoryReport.class, language).text(key, values);
    }
}
