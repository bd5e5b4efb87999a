package org.countsas.report.summary;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Target;
import org.countsas.output.PrettyJson;
import org.countsas.record.DecisionJson;

/** Summaries as JSON: the object for one definition, an array for several. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class SummaryJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SummaryJson() {}

    /** Only the summary's keys, as {@code --json} prints them. */
    public static String of(List<Summary> summaries) {
        return print(summaries.stream().map(SummaryJson::figures).toList());
    }

    /**
     * The summary with what it was compared with, as kept in a folder of results.
     *
     * @param rulesDigest digest of the rules that decided
     */
    public static String withMeasures(List<Summary> summaries, String rulesDigest) {
        return print(summaries.stream()
                .map(summary -> measures(summary, rulesDigest))
                .toList());
    }

    private static String print(List<ObjectNode> objects) {
        if (objects.size() == 1) {
            return PrettyJson.of(objects.get(0));
        }
        return PrettyJson.of(JSON.createArrayNode().addAll(objects));
    }

    private static ObjectNode figures(Summary summary) {
        Totals totals = summary.totals();
        ObjectNode json = JSON.createObjectNode();
        json.put("definition", summary.definition().id());
        json.put("asOf", summary.asOf().toString());
        json.put("fiscalYear", summary.fiscalYear());
        json.put("stage", summary.stage().id());
        json.put("currency", summary.currency());
        json.putObject("items")
                .put("read", summary.read())
                .put("decided", totals.items())
                .put("rejected", summary.rejected());
        ObjectNode sums = json.putObject("totals");
        sums.put("amount", totals.amount());
        if (totals.transfers() != 0) {
            sums.put("transfers", totals.transfers());
            sums.put("net", totals.net());
        }
        sums.set("counted", DecisionJson.of(totals.counted()));
        sums.put(
                "percentOfGdp", summary.percentOfGdp(totals.counted().central()).orElse(null));
        ArrayNode areas = json.putArray("areas");
        for (AreaTotal area : totals.areas()) {
            areas.addObject()
                    .put("area", area.area())
                    .put("block", area.block())
                    .put("items", area.items())
                    .put("amount", area.amount())
                    .set("counted", DecisionJson.of(area.counted()));
        }
        json.putObject("review")
                .put("items", totals.review().items())
                .put("amount", totals.review().amount());
        return json;
    }

    private static ObjectNode measures(Summary summary, String rulesDigest) {
        ObjectNode json = figures(summary);
        json.put("reviewHigh", summary.totals().review().high());
        json.put("rulesDigest", rulesDigest);
        summary.definition()
                .gdp()
                .ifPresent(gdp -> json.putObject("gdp")
                        .put("amount", gdp.amount())
                        .put("label", gdp.label().en())
                        .put("source", gdp.source()));
        ArrayNode targets = json.putArray("targets");
        for (Target target : summary.definition().targets()) {
            targets.addObject()
                    .put("id", target.id())
                    .put("percent", target.percent())
                    .put("label", target.label().en())
                    .put("source", target.source());
        }
        return json;
    }
}
