package org.countsas.report.review;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.audit.review.EffectiveDecisions;
import org.countsas.audit.review.Review;
import org.countsas.audit.review.ReviewRecord;
import org.countsas.audit.review.Reviewer;
import org.countsas.audit.review.Reviews;
import org.countsas.audit.review.Ruling;
import org.countsas.definition.Titles;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.policy.rule.Share;

/**
 * Reviews for people and for programs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param currency ISO 4217 code of the amounts
 * @param titles   what people call areas and definitions, in the language of the text
 */
public record ReviewReport(String currency, Titles titles) {
    private static final int REASON_WIDTH = 60;

    /** A report in which areas and definitions have their ids for names. */
    public ReviewReport(String currency, Language language) {
        this(currency, Titles.none(language));
    }

    private Language language() {
        return titles.language();
    }

    /** A review that was recorded. */
    public List<String> text(Reviewer.Recorded recorded) {
        ReviewRecord record = recorded.appended().record();
        return List.of(
                say(
                        "recorded",
                        String.valueOf(record.sequence()),
                        record.review().item(),
                        record.review().definition()),
                "  " + say("was", decision(recorded.original())),
                "  " + say("is", decision(recorded.effective())),
                say("signed", record.key(), record.review().by()),
                say("receipt", record.receipt().hex()));
    }

    /** All reviews, and the sums without and with them. */
    public List<String> text(Reviews reviews, EffectiveDecisions effective) {
        if (reviews.records().isEmpty()) {
            return List.of(say("none"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "count",
                language().number(reviews.records().size()),
                language().number(effective.reviewed().size())));
        TextTable table = new TextTable(true, false, false, false, false, false, false);
        table.row(say("number"), say("time"), say("item"), say("definition"), say("decided"), say("by"), say("reason"));
        Map<String, Map<String, ReviewRecord>> latest = reviews.latest();
        for (ReviewRecord record : reviews.records()) {
            Review review = record.review();
            boolean holds = record.equals(
                    requireNonNull(latest.get(review.definition())).get(review.item()));
            Ruling ruling = review.ruling();
            String decided = decision(
                    ruling.outcome(), Objects.requireNonNullElse(ruling.area(), ""), ruling.share(), record.counted());
            table.row(
                    String.valueOf(record.sequence()),
                    record.time().toString(),
                    review.item(),
                    review.definition(),
                    holds ? decided : decided + " (" + say("superseded") + ")",
                    review.by(),
                    TextTable.cut(review.reason(), REASON_WIDTH));
        }
        lines.addAll(table.lines("  "));
        effective.totals().forEach(change -> lines.addAll(change(change)));
        lines.add("");
        lines.add(say("head", reviews.head().hex()));
        return lines;
    }

    private List<String> change(EffectiveDecisions.TotalsChange change) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(say("totals", titles.idAndTitle(change.without().definition())));
        TextTable table = new TextTable(false, true, true, true);
        table.row("", say("without"), say("with"), say("difference"));
        Map<String, long[]> areas = new TreeMap<>();
        change.without()
                .areas()
                .forEach(area -> areas.computeIfAbsent(area.area(), id -> new long[2])[0] =
                        area.counted().central());
        change.with()
                .areas()
                .forEach(area -> areas.computeIfAbsent(area.area(), id -> new long[2])[1] =
                        area.counted().central());
        areas.forEach((area, sums) -> {
            if (sums[0] != sums[1]) {
                row(table, titles.area(area), sums[0], sums[1]);
            }
        });
        row(
                table,
                say("sum"),
                change.without().counted().central(),
                change.with().counted().central());
        table.row(
                say("review"),
                language().number(change.without().review().items()),
                language().number(change.with().review().items()),
                signed(
                        change.with().review().items()
                                - change.without().review().items(),
                        language()
                                .number(Math.abs(change.with().review().items()
                                        - change.without().review().items()))));
        lines.addAll(table.lines("  "));
        return lines;
    }

    private void row(TextTable table, String name, long without, long with) {
        table.row(
                name,
                language().exact(without, currency),
                language().exact(with, currency),
                signed(with - without, language().exact(Math.abs(with - without), currency)));
    }

    private static String signed(long difference, String shown) {
        return difference == 0 ? shown : (difference > 0 ? "+" : "−") + shown;
    }

    /** All reviews, and the sums without and with them, as JSON. Amounts are whole units of the currency. */
    public String json(Reviews reviews, EffectiveDecisions effective) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bundle", reviews.bundle().hex()).put("head", reviews.head().hex());
        ArrayNode list = json.putArray("reviews");
        Map<String, Map<String, ReviewRecord>> latest = reviews.latest();
        for (ReviewRecord record : reviews.records()) {
            Review review = record.review();
            ObjectNode node = list.addObject()
                    .put("sequence", record.sequence())
                    .put("time", record.time().toString())
                    .put("item", review.item())
                    .put("definition", review.definition());
            Ruling ruling = review.ruling();
            node.put("outcome", ruling.outcome().name()).put("area", ruling.area());
            node.putObject("share")
                    .put("low", ruling.share().low())
                    .put("central", ruling.share().central())
                    .put("high", ruling.share().high());
            node.set("counted", counted(record.counted()));
            node.put("reason", review.reason())
                    .put("by", review.by())
                    .put("key", record.key())
                    .put("receipt", record.receipt().hex());
            node.put(
                    "holds",
                    record.equals(
                            requireNonNull(latest.get(review.definition())).get(review.item())));
        }
        ArrayNode totals = json.putArray("totals");
        for (EffectiveDecisions.TotalsChange change : effective.totals()) {
            ObjectNode node =
                    totals.addObject().put("definition", change.without().definition());
            node.set("without", totals(change.without()));
            node.set("with", totals(change.with()));
        }
        return PrettyJson.of(json);
    }

    private static ObjectNode totals(DefinitionTotals totals) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("counted", counted(totals.counted()));
        ArrayNode areas = json.putArray("areas");
        for (AreaTotal area : totals.areas()) {
            areas.addObject()
                    .put("area", area.area())
                    .put("items", area.items())
                    .set("counted", counted(area.counted()));
        }
        json.putObject("review")
                .put("items", totals.review().items())
                .put("high", totals.review().high());
        return json;
    }

    private static ObjectNode counted(Counted counted) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("low", counted.low())
                .put("central", counted.central())
                .put("high", counted.high());
    }

    private String decision(DecisionLine line) {
        return decision(line.outcome(), String.valueOf(line.area()), line.share(), line.counted());
    }

    private String decision(Outcome outcome, String area, Share share, Counted counted) {
        return say(
                "decision." + outcome,
                titles.area(area),
                language().percent(share.toString()),
                language().exact(outcome == Outcome.REVIEW ? counted.high() : counted.central(), currency));
    }

    private String say(String key, Object... values) {
        return Texts.of(ReviewReport.class, language()).text(key, values);
    }
}
