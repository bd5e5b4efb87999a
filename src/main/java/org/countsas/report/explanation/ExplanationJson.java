package org.countsas.report.explanation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.evaluation.Evidence;
import org.countsas.explanation.Change;
import org.countsas.explanation.ConditionResult;
import org.countsas.explanation.ConditionSentences;
import org.countsas.explanation.Counterfactual;
import org.countsas.explanation.Explanation;
import org.countsas.explanation.JoinResult;
import org.countsas.explanation.NearMiss;
import org.countsas.explanation.RuleResult;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.ledger.LedgerAttributes;
import org.countsas.ledger.LedgerLine;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.policy.Condition;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.record.DecisionJson;

/**
 * An explanation as JSON, in the shape of the JSON Schema {@code /org/countsas/explanation/explanation-1.schema.json} on the class path. A
 * later shape gets a higher number. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ExplanationJson {
    /** The value of {@code "schema"}. */
    public static final String SCHEMA = "explanation-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConditionSentences english;
    private final ConditionSentences japanese;

    private ExplanationJson(RuleBook rules) {
        this.english = new ConditionSentences(rules, Language.EN);
        this.japanese = new ConditionSentences(rules, Language.JA);
    }

    /** The text of an explanation's JSON object. */
    public static String of(Explanation explanation, RuleBook rules) {
        return PrettyJson.of(new ExplanationJson(rules).explanation(explanation));
    }

    private ObjectNode explanation(Explanation explanation) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.set("item", item(explanation.decision().item()));
        json.put("definition", explanation.definition().id());
        json.put("asOf", explanation.asOf().toString());
        json.set("decision", DecisionJson.of(explanation.decision()));
        json.set("found", rules(explanation.found()));
        json.set("rules", rules(explanation.rules()));
        if (explanation.nearMisses().isEmpty()) {
            json.putNull("nearMisses");
        }
        explanation.nearMisses().ifPresent(misses -> {
            ArrayNode array = json.putArray("nearMisses");
            misses.forEach(miss -> array.add(nearMiss(miss)));
        });
        if (explanation.counterfactuals().isEmpty()) {
            json.putNull("counterfactuals");
        }
        explanation.counterfactuals().ifPresent(sets -> {
            ArrayNode array = json.putArray("counterfactuals");
            sets.forEach(set ->
                    array.add(counterfactual(set, explanation.decision().item().programme())));
        });
        return json;
    }

    private static ObjectNode item(BudgetItem item) {
        Programme programme = item.programme();
        ObjectNode json = JSON.createObjectNode();
        json.put("id", item.id());
        json.put("name", programme.name());
        json.put("ministry", programme.ministry());
        json.put("bureau", programme.bureau());
        json.put("fiscalYear", item.fiscalYear());
        json.put("stage", item.stage().id());
        json.put("amount", item.amount());
        json.put("currency", item.currency());
        ledger(programme, json);
        return json;
    }

    private static void ledger(Programme programme, ObjectNode item) {
        String kind = programme.attributes().get(LedgerAttributes.LEDGER);
        if (kind == null) {
            return;
        }
        ObjectNode json = item.putObject("ledger").put("kind", kind);
        String beside = programme.attributes().get(LedgerAttributes.BESIDE);
        if (beside != null) {
            json.put("beside", Long.parseLong(beside));
        }
        ArrayNode lines = json.putArray("lineItems");
        LedgerLine.of(programme)
                .forEach(line -> lines.addObject()
                        .put("id", line.id())
                        .put("name", line.name())
                        .put("amount", line.amount()));
    }

    private ArrayNode rules(List<RuleResult> results) {
        ArrayNode array = JSON.createArrayNode();
        results.forEach(result -> array.add(rule(result)));
        return array;
    }

    private ObjectNode rule(RuleResult result) {
        Rule rule = result.rule();
        ObjectNode json = JSON.createObjectNode();
        json.put("rule", rule.name());
        json.put("policy", rule.policy());
        json.put("effect", rule.effect().name());
        json.put("strength", rule.strength().name().toLowerCase(java.util.Locale.ROOT));
        json.put("file", rule.file());
        json.put("line", rule.line());
        json.put("holds", result.holds());
        json.put("missing", result.missing());
        json.set("condition", condition(result.condition()));
        if (result.join().isEmpty()) {
            json.putNull("facilities");
        }
        result.join().ifPresent(join -> json.set("facilities", join(join)));
        return json;
    }

    private ObjectNode condition(ConditionResult result) {
        ObjectNode json = JSON.createObjectNode();
        json.put("kind", kind(result.condition()));
        json.put("met", result.met());
        json.set("sentence", sentence(english.of(result.condition()), japanese.of(result.condition())));
        json.put("source", result.condition().source().text());
        json.put("line", result.condition().source().line());
        json.put("column", result.condition().source().column());
        json.set("seen", evidence(result.seen()));
        ArrayNode details = json.putArray("details");
        result.details().forEach(detail -> details.add(condition(detail)));
        return json;
    }

    private static String kind(Condition condition) {
        if (condition instanceof Condition.All) {
            return "all";
        } else if (condition instanceof Condition.Any) {
            return "any";
        } else if (condition instanceof Condition.Not) {
            return "not";
        } else if (condition instanceof Condition.MentionedOften) {
            return "mentionCount";
        } else if (condition instanceof Condition.PropertyIs) {
            return "property";
        } else if (condition instanceof Condition.AttributeIs) {
            return "attribute";
        }
        return ((Condition.Mentioned) condition).verb().word();
    }

    private ObjectNode join(JoinResult join) {
        ObjectNode json = JSON.createObjectNode();
        json.put("quantifier", join.join().quantifier().name().toLowerCase(java.util.Locale.ROOT));
        json.put("met", join.met());
        json.set("sentence", sentence(english.of(join.join()), japanese.of(join.join())));
        json.put("line", join.join().line());
        json.put("listed", join.listed());
        ArrayNode matches = json.putArray("matches");
        for (JoinResult.Match match : join.matches()) {
            ObjectNode each = matches.addObject();
            each.put("facility", match.facility().getConcept());
            each.set(
                    "label",
                    sentence(
                            match.facility().label().en(),
                            match.facility().label().ja()));
            each.put("designated", match.facility().designated().toString());
            each.put("source", match.facility().source());
            each.set("seen", evidence(match.seen()));
        }
        return json;
    }

    private ObjectNode nearMiss(NearMiss miss) {
        ObjectNode json = JSON.createObjectNode();
        json.put("rule", miss.result().rule().name());
        json.put("policy", miss.result().rule().policy());
        json.put("missing", miss.result().missing());
        json.put("met", miss.met());
        json.put("yield", miss.yield());
        json.set("result", rule(miss.result()));
        ArrayNode conditions = json.putArray("conditions");
        for (ConditionResult leaf : miss.missing()) {
            conditions.add(
                    leaf.met()
                            ? sentence(english.contraryOf(leaf.condition()), japanese.contraryOf(leaf.condition()))
                            : sentence(english.of(leaf.condition()), japanese.of(leaf.condition())));
        }
        miss.result()
                .join()
                .filter(join -> !join.met())
                .ifPresent(join -> conditions.add(sentence(english.of(join.join()), japanese.of(join.join()))));
        return json;
    }

    private ObjectNode counterfactual(Counterfactual set, Programme programme) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode changes = json.putArray("changes");
        for (Change change : set.changes()) {
            ObjectNode each = changes.addObject();
            each.put(
                    "side",
                    change instanceof Change.OfItem || change instanceof Change.OfFacility ? "item" : "definition");
            each.put("change", change.key());
            each.set("sentence", sentence(english.ifMade(change, programme), japanese.ifMade(change, programme)));
        }
        json.put("outcome", set.decision().outcome().name());
        json.put("area", set.decision().area().orElse(null));
        json.set("counted", DecisionJson.of(set.decision().counted()));
        return json;
    }

    private static ArrayNode evidence(List<Evidence> seen) {
        ArrayNode array = JSON.createArrayNode();
        seen.forEach(each -> array.add(DecisionJson.of(each)));
        return array;
    }

    private static ObjectNode sentence(String en, String ja) {
        return JSON.createObjectNode().put("en", en).put("ja", ja);
    }
}
