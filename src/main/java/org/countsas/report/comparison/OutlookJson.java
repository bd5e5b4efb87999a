package org.countsas.report.comparison;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.outlook.Outlook;
import org.countsas.comparison.outlook.PlanProgress;
import org.countsas.comparison.outlook.ShareSolution;
import org.countsas.output.PrettyJson;
import org.countsas.record.DecisionJson;

/** Targets, trajectories and plans as JSON. Immutable and thread-safe. */
public final class OutlookJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OutlookJson() {}

    /**
     * An outlook.
     *
     * @param command what reproduces it
     */
    public static String of(Outlook outlook, String command) {
        ObjectNode json = JSON.createObjectNode();
        json.put("command", command);
        json.put("asOf", outlook.asOf().toString());
        json.put("fiscalYear", outlook.fiscalYear());
        json.put("stage", outlook.stage().id());
        json.put("currency", outlook.currency());
        ArrayNode definitions = json.putArray("definitions");
        for (Outlook.Of of : outlook.definitions()) {
            ObjectNode node = ComparisonJson.side(of.side());
            ArrayNode plans = node.putArray("plans");
            of.plans().forEach(plan -> plans.add(plan(plan)));
            ArrayNode solutions = node.putArray("shares");
            of.solutions().forEach(solution -> solutions.add(solution(solution)));
            definitions.add(node);
        }
        return PrettyJson.of(json);
    }

    private static ObjectNode plan(PlanProgress progress) {
        ObjectNode json = JSON.createObjectNode();
        json.put("plan", progress.plan().id())
                .put("amount", progress.plan().amount())
                .put("source", progress.plan().source());
        json.put("published", progress.published()).put("left", progress.left());
        ArrayNode years = json.putArray("years");
        for (PlanProgress.PlanYear year : progress.years()) {
            ObjectNode node = years.addObject().put("fiscalYear", year.fiscalYear());
            ObjectNode none = null;
            node.set(
                    "published",
                    year.published()
                            .map(each -> JSON.createObjectNode()
                                    .put("amount", each.amount())
                                    .put("source", each.source()))
                            .orElse(none));
            node.set("initial", counted(year.initial()));
            node.set("supplementary", counted(year.supplementary()));
        }
        return json;
    }

    private static ObjectNode counted(Optional<Counted> counted) {
        ObjectNode none = null;
        return counted.map(DecisionJson::of).orElse(none);
    }

    private static ObjectNode solution(ShareSolution solution) {
        ObjectNode json = JSON.createObjectNode().put("policy", solution.policy());
        json.setAll(ComparisonJson.level(solution.level()));
        json.put(
                "shareBp",
                solution.share().isPresent() ? Integer.valueOf(solution.share().getAsInt()) : null);
        json.set("without", DecisionJson.of(solution.without()));
        json.set("counted", DecisionJson.of(solution.total()));
        return json.put("missing", solution.missing());
    }
}
