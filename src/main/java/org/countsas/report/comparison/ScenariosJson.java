package org.countsas.report.comparison;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.scenario.BestCombinations;
import org.countsas.comparison.scenario.Scenario;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.output.PrettyJson;
import org.countsas.record.DecisionJson;
import org.jspecify.annotations.Nullable;

/** All combinations of policies as JSON. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class ScenariosJson {
    /** How many combinations JSON lists: those of ten policies; a table file has more. */
    public static final int MOST_LISTED = 1_024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScenariosJson() {}

    /**
     * A report of scenarios.
     *
     * @param command the command that reproduces it
     */
    public static String of(ScenarioReport report, String command) {
        ObjectNode json = JSON.createObjectNode();
        json.put("command", command);
        json.put("asOf", report.asOf().toString());
        json.put("fiscalYear", report.fiscalYear());
        json.put("stage", report.stage().id());
        json.put("currency", report.currency());
        ComparisonJson.reformed(json.putObject("base"), report.scenarios().base());
        ComparisonJson.reformed(json.putObject("full"), report.scenarios().full());
        report.scenarios().policies().forEach(json.putArray("policies")::add);
        ArrayNode contributions = json.putArray("contributions");
        report.contributions().forEach(contribution -> contributions.add(ComparisonJson.contribution(contribution)));
        ArrayNode overlaps = json.putArray("overlaps");
        for (List<TotalDelta> row : report.overlaps()) {
            ArrayNode cells = overlaps.addArray();
            row.forEach(cell -> cells.add(ComparisonJson.worth(cell)));
        }
        ArrayNode targets = json.putArray("targets");
        report.best().forEach(ways -> targets.add(ways(ways, report)));
        json.put("size", report.scenarios().size());
        ArrayNode scenarios = json.putArray("scenarios");
        if (report.scenarios().size() <= MOST_LISTED) {
            report.scenarios().all().forEach(scenario -> scenarios.add(scenario(scenario, report)));
        }
        return PrettyJson.of(json);
    }

    private static ObjectNode ways(BestCombinations ways, ScenarioReport report) {
        ObjectNode json = ComparisonJson.level(ways.level());
        json.put("reaching", ways.reaching());
        json.set("cheapest", scenario(ways.cheapest(), report));
        json.set("fewest", scenario(ways.fewest(), report));
        json.set("robust", scenario(ways.robust(), report));
        return json.put("missing", ways.missing()).put("missingLow", ways.missingLow());
    }

    private static @Nullable ObjectNode scenario(@Nullable Scenario scenario, ScenarioReport report) {
        if (scenario == null) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode().put("set", scenario.set());
        scenario.policies().forEach(json.putArray("policies")::add);
        json.set("counted", DecisionJson.of(scenario.total()));
        return json.put("expression", report.scenarios().reform(scenario.set()).toString());
    }
}
