package org.countsas.report.comparison;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.DefinitionChange;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.change.Dimension;
import org.countsas.comparison.change.ItemChange;
import org.countsas.comparison.change.PartTotal;
import org.countsas.comparison.change.RuleChange;
import org.countsas.comparison.change.YearTotal;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.target.Distance;
import org.countsas.comparison.target.Level;
import org.countsas.output.PrettyJson;
import org.countsas.policy.rule.Rule;
import org.countsas.record.DecisionJson;
import org.countsas.vocabulary.BilingualText;

/** Comparisons as JSON: amounts in whole units of the currency, keys in a fixed order. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class ComparisonJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ComparisonJson() {}

    /**
     * A comparison.
     *
     * @param command the command that reproduces it
     */
    public static String of(Comparison comparison, String command) {
        ObjectNode json = JSON.createObjectNode();
        json.put("command", command);
        json.put("asOf", comparison.asOf().toString());
        json.put("fiscalYear", comparison.fiscalYear());
        json.put("stage", comparison.stage().id());
        json.put("currency", comparison.currency());
        json.put("items", comparison.items());
        json.put("amount", comparison.amount());
        ArrayNode sides = json.putArray("sides");
        comparison.results().forEach(side -> sides.add(side(side)));
        ArrayNode changes = json.putArray("changes");
        comparison.changes().forEach(change -> changes.add(change(change)));
        return PrettyJson.of(json);
    }

    static ObjectNode side(DefinitionResult side) {
        ObjectNode json = JSON.createObjectNode();
        json.put("label", side.label());
        reformed(json, side.reformed());
        json.put("rulesDigest", side.rulesDigest());
        json.set("counted", DecisionJson.of(side.counted()));
        json.set("percentOfGdp", percent(side));
        ArrayNode targets = json.putArray("targets");
        side.distances().forEach(distance -> targets.add(distance(distance)));
        sums(json.putArray("blocks"), side.by(Dimension.BLOCK));
        sums(json.putArray("areas"), side.by(Dimension.AREA));
        sums(json.putArray("ministries"), side.by(Dimension.MINISTRY));
        sums(json.putArray("bases"), side.by(Dimension.BASIS));
        ArrayNode cross = json.putArray("ministryAreas");
        side.ministryAreas().forEach(each -> {
            ObjectNode node = JSON.createObjectNode().put("ministry", each.ministry());
            node.setAll(sum(each.sum()));
            cross.add(node);
        });
        json.putObject("review").put("items", side.reviewItems()).put("high", side.reviewHigh());
        ArrayNode years = json.putArray("years");
        side.years().forEach(year -> years.add(year(year)));
        return json;
    }

    static void reformed(ObjectNode json, Reformed reformed) {
        json.put("definition", reformed.definition().id());
        json.put("expression", reformed.expression());
        json.put("digest", reformed.digest());
        json.set("title", label(reformed.definition().title()));
        ArrayNode origins = json.putArray("origins");
        reformed.origins()
                .forEach(origin -> origins.addObject()
                        .put("policy", origin.policy())
                        .put("from", origin.definition().isEmpty() ? null : origin.definition()));
        ObjectNode none = null;
        json.set(
                "gdp",
                reformed.definition()
                        .gdp()
                        .map(gdp -> {
                            ObjectNode node = JSON.createObjectNode()
                                    .put("amount", gdp.amount())
                                    .put("source", gdp.source());
                            node.set("label", label(gdp.label()));
                            return node;
                        })
                        .orElse(none));
    }

    private static ObjectNode label(BilingualText label) {
        return JSON.createObjectNode().put("en", label.en()).put("ja", label.ja());
    }

    private static ObjectNode percent(DefinitionResult side) {
        ObjectNode json = JSON.createObjectNode();
        json.put("low", side.percentOfGdp(side.counted().low()).orElse((BigDecimal) null));
        json.put("central", side.percentOfGdp(side.counted().central()).orElse((BigDecimal) null));
        json.put("high", side.percentOfGdp(side.counted().high()).orElse((BigDecimal) null));
        return json;
    }

    static ObjectNode distance(Distance distance) {
        ObjectNode json = level(distance.level());
        json.set("above", worth(distance.above()));
        return json.put("reached", distance.reached());
    }

    static ObjectNode level(Level level) {
        ObjectNode json = JSON.createObjectNode();
        json.put("target", level.target().id());
        json.put("percent", level.target().percent());
        json.set("label", label(level.target().label()));
        json.put("source", level.target().source());
        return json.put("amount", level.amount());
    }

    static ObjectNode worth(TotalDelta worth) {
        return JSON.createObjectNode()
                .put("low", worth.low())
                .put("central", worth.central())
                .put("high", worth.high());
    }

    private static void sums(ArrayNode array, List<PartTotal> sums) {
        sums.forEach(sum -> array.add(sum(sum)));
    }

    private static ObjectNode sum(PartTotal sum) {
        ObjectNode json = JSON.createObjectNode()
                .put("key", sum.key())
                .put("items", sum.items())
                .put("amount", sum.amount());
        json.set("counted", DecisionJson.of(sum.counted()));
        return json;
    }

    private static ObjectNode year(YearTotal year) {
        ObjectNode json = JSON.createObjectNode();
        json.put("fiscalYear", year.fiscalYear())
                .put("stage", year.stage().id())
                .put("items", year.items())
                .put("amount", year.amount());
        json.set("counted", DecisionJson.of(year.counted()));
        return json;
    }

    private static ObjectNode change(DefinitionChange change) {
        ObjectNode json = JSON.createObjectNode();
        json.put("from", change.from());
        json.put("to", change.to());
        json.set("worth", worth(change.delta()));
        json.put("percentagePoints", change.percentagePoints());
        ArrayNode edits = json.putArray("edits");
        change.contributions().forEach(contribution -> edits.add(contribution(contribution)));
        ArrayNode rules = json.putArray("rules");
        change.rules().forEach(rule -> rules.add(rule(rule)));
        ArrayNode items = json.putArray("items");
        change.items().forEach(item -> items.add(item(item)));
        return json;
    }

    static ObjectNode contribution(Contribution contribution) {
        ObjectNode json = JSON.createObjectNode().put("name", contribution.name());
        json.set("alone", worth(contribution.alone()));
        json.set("last", worth(contribution.last()));
        json.set("shapley", worth(contribution.shapley()));
        return json;
    }

    private static ObjectNode rule(RuleChange rule) {
        ObjectNode json = JSON.createObjectNode();
        json.put("rule", rule.rule())
                .put("policy", rule.policy())
                .put("cause", rule.reason().name())
                .put("items", rule.items());
        json.set("worth", worth(rule.delta()));
        return json;
    }

    private static ObjectNode item(ItemChange change) {
        ObjectNode json = JSON.createObjectNode();
        json.put("item", change.item().id());
        json.put("name", change.item().programme().name());
        json.put("ministry", change.item().programme().ministry());
        json.put("amount", change.item().amount());
        json.put("kind", change.kind().name());
        json.set("worth", worth(change.delta()));
        json.put("cause", change.reason().name());
        json.put("rule", change.rule().map(Rule::name).orElse(null));
        json.set("before", decision(change.before()));
        json.set("after", decision(change.after()));
        return json;
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode json = JSON.createObjectNode();
        json.put("outcome", decision.outcome().name());
        json.put("block", decision.block().orElse(null));
        json.put("area", decision.area().orElse(null));
        json.set("share", DecisionJson.of(decision.share()));
        json.set("counted", DecisionJson.of(decision.counted()));
        json.put(
                "rule",
                decision.decisive()
                        .map(finding -> finding.finding().rule().name())
                        .orElse(null));
        json.put(
                "basis",
                decision.decisive()
                        .map(finding -> finding.finding().rule().basis().name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        ObjectNode none = null;
        json.set(
                "reason",
                decision.decisive()
                        .map(finding -> label(finding.finding()
                                .rule()
                                .reasonFor(decision.item().programme())))
                        .orElse(none));
        ArrayNode citations = json.putArray("citations");
        decision.decisive()
                .ifPresent(finding -> finding.finding().rule().citations().forEach(citations::add));
        return json;
    }
}
