package org.countsas.report.comparison.like;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.like.Coverage;
import org.countsas.comparison.like.LikeComparison;
import org.countsas.comparison.like.LikeItem;
import org.countsas.comparison.like.LikePart;
import org.countsas.comparison.like.LikeSide;
import org.countsas.output.PrettyJson;
import org.countsas.policy.rule.Rule;
import org.countsas.record.DecisionJson;

/** Two budgets like with like as JSON: amounts in whole units of the currency, keys in a fixed order. Immutable and thread-safe. */
public final class LikeJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LikeJson() {}

    /**
     * The comparison.
     *
     * @param command the command that reproduces it
     */
    public static String of(LikeComparison comparison, String command) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", "like-with-like-1");
        json.put("command", command);
        json.put("currency", comparison.second().currency());
        json.set("before", side(comparison.first()));
        json.set("after", side(comparison.second()));
        json.set("all", part(comparison.all()));
        parts(json.putArray("areas"), comparison.areas());
        parts(json.putArray("ministries"), comparison.ministries());
        ArrayNode items = json.putArray("items");
        comparison.items().forEach(item -> items.add(item(item)));
        ArrayNode gone = json.putArray("onlyBefore");
        comparison.gone().forEach(decision -> gone.add(alone(decision)));
        ArrayNode added = json.putArray("onlyAfter");
        comparison.added().forEach(decision -> added.add(alone(decision)));
        return PrettyJson.of(json);
    }

    private static ObjectNode side(LikeSide side) {
        return JSON.createObjectNode()
                .put("label", side.label())
                .put("definition", side.definition().id())
                .put("asOf", side.asOf().toString())
                .put("fiscalYear", side.fiscalYear())
                .put("stage", side.stage().id());
    }

    private static void parts(ArrayNode array, List<LikePart> parts) {
        parts.forEach(part -> {
            ObjectNode json = JSON.createObjectNode().put("key", part.key());
            json.setAll(part(part));
            array.add(json);
        });
    }

    private static ObjectNode part(LikePart part) {
        ObjectNode json = JSON.createObjectNode();
        json.set("before", coverage(part.before()));
        json.set("after", coverage(part.after()));
        json.set("worth", worth(part.delta()));
        json.set("onlyBefore", coverage(part.gone()));
        json.set("onlyAfter", coverage(part.added()));
        return json;
    }

    private static ObjectNode coverage(Coverage coverage) {
        ObjectNode json = JSON.createObjectNode().put("items", coverage.items()).put("amount", coverage.amount());
        json.set("counted", DecisionJson.of(coverage.counted()));
        return json;
    }

    private static ObjectNode worth(TotalDelta delta) {
        return JSON.createObjectNode()
                .put("low", delta.low())
                .put("central", delta.central())
                .put("high", delta.high());
    }

    private static ObjectNode item(LikeItem item) {
        ObjectNode json = JSON.createObjectNode();
        json.put("item", item.after().item().id());
        json.put("name", item.after().item().programme().name());
        json.put("ministry", item.after().item().programme().ministry());
        json.put("kind", item.decided().map(change -> change.kind().name()).orElse("AMOUNT"));
        json.set("worth", worth(item.delta()));
        json.put("cause", item.decided().map(change -> change.reason().name()).orElse(null));
        json.put(
                "rule",
                item.decided().flatMap(change -> change.rule()).map(Rule::name).orElse(null));
        json.set("before", decision(item.before()));
        json.set("after", decision(item.after()));
        return json;
    }

    private static ObjectNode alone(Decision decision) {
        ObjectNode json = JSON.createObjectNode();
        json.put("item", decision.item().id());
        json.put("name", decision.item().programme().name());
        json.put("ministry", decision.item().programme().ministry());
        json.setAll(decision(decision));
        return json;
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode json = JSON.createObjectNode();
        json.put("outcome", decision.outcome().name());
        json.put("area", decision.area().orElse(null));
        json.put("amount", decision.item().amount());
        json.set("share", DecisionJson.of(decision.share()));
        json.set("counted", DecisionJson.of(decision.counted()));
        json.put(
                "rule",
                decision.decisive()
                        .map(decisive -> decisive.finding().rule().name())
                        .orElse(null));
        return json;
    }
}
