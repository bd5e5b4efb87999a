package org.countsas.report.comparison;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.outlook.DefinitionOutlook;
import org.countsas.comparison.outlook.Outlook;
import org.countsas.comparison.outlook.PlanProgress;
import org.countsas.comparison.outlook.ShareSolution;
import org.countsas.comparison.outlook.TrajectoryPoint;
import org.countsas.definition.SpendingPlan;
import org.countsas.output.PrettyJson;
import org.countsas.record.DecisionJson;
import org.jspecify.annotations.Nullable;

/** Targets, trajectories and plans as JSON. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class OutlookJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OutlookJson() {}

    /**
     * An outlook.
     *
     * @param command the command that reproduces it
     */
    public static String of(Outlook outlook, String command) {
        ObjectNode json = JSON.createObjectNode();
        json.put("command", command);
        json.put("asOf", outlook.asOf().toString());
        json.put("fiscalYear", outlook.fiscalYear());
        json.put("stage", outlook.stage().id());
        json.put("currency", outlook.currency());
        ArrayNode definitions = json.putArray("definitions");
        for (DefinitionOutlook each : outlook.definitions()) {
            ObjectNode node = ComparisonJson.side(each.result());
            ArrayNode trajectory = node.putArray("trajectory");
            TrajectoryPoint.of(each.result().years())
                    .forEach(point -> trajectory
                            .addObject()
                            .put("fiscalYear", point.total().fiscalYear())
                            .put("stage", point.total().stage().id())
                            .put("items", point.total().items())
                            .put("amount", point.total().amount())
                            .put("counted", point.total().counted().central())
                            .put(
                                    "percentOfGdpOfYear",
                                    outlook.percentOfSameYear(
                                                    point.total().counted().central(),
                                                    point.total().fiscalYear())
                                            .orElse(null))
                            .put("apart", point.apart()));
            ArrayNode plans = node.putArray("plans");
            each.plans().forEach(plan -> plans.add(plan(plan)));
            ArrayNode solutions = node.putArray("shares");
            each.solutions().forEach(solution -> solutions.add(solution(solution)));
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
            SpendingPlan.Published published = year.published();
            node.set(
                    "published",
                    published == null
                            ? none
                            : JSON.createObjectNode()
                                    .put("amount", published.amount())
                                    .put("source", published.source()));
            node.set("initial", counted(year.initial()));
            node.set("supplementary", counted(year.supplementary()));
        }
        return json;
    }

    private static @Nullable ObjectNode counted(@Nullable Counted counted) {
        return counted == null ? null : DecisionJson.of(counted);
    }

    private static ObjectNode solution(ShareSolution solution) {
        ObjectNode json = JSON.createObjectNode().put("policy", solution.policy());
        json.setAll(ComparisonJson.level(solution.level()));
        json.put("shareBp", solution.share());
        json.set("without", DecisionJson.of(solution.without()));
        json.set("counted", DecisionJson.of(solution.total()));
        return json.put("missing", solution.missing());
    }
}
