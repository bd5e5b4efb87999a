package org.countsas.record;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.evaluation.Evidence;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;

/** Decisions as JSON objects. Immutable and thread-safe. */
@API(status = API.Status.INTERNAL)
public final class DecisionJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DecisionJson() {}

    /** One decision. Keys are in a fixed order; what is missing is null. */
    public static ObjectNode of(Decision decision) {
        ObjectNode json = JSON.createObjectNode();
        json.put("item", decision.item().id());
        json.put("definition", decision.definition());
        json.put("outcome", decision.outcome().name());
        json.put("block", decision.block().orElse(null));
        json.put("area", decision.area().orElse(null));
        decision.alsoCountsIn().forEach(json.putArray("alsoCountsIn")::add);
        json.set("share", of(decision.share()));
        json.put("amount", decision.item().amount());
        json.set("counted", of(decision.counted()));
        ArrayNode findings = json.putArray("findings");
        decision.findings().forEach(finding -> findings.add(of(finding)));
        return json;
    }

    /** A share in basis points. */
    public static ObjectNode of(Share share) {
        return JSON.createObjectNode()
                .put("low", share.low())
                .put("central", share.central())
                .put("high", share.high());
    }

    public static ObjectNode of(Counted counted) {
        return JSON.createObjectNode()
                .put("low", counted.low())
                .put("central", counted.central())
                .put("high", counted.high());
    }

    private static ObjectNode of(WeighedFinding weighed) {
        Rule rule = weighed.finding().rule();
        ObjectNode json = JSON.createObjectNode();
        json.put("rule", rule.name());
        json.put("policy", rule.policy());
        json.put("effect", rule.effect().name());
        json.put("strength", rule.strength().name().toLowerCase(Locale.ROOT));
        json.put("standing", weighed.standing().name());
        json.put("defeatedBy", weighed.defeatedBy().orElse(null));
        json.set("share", of(weighed.share()));
        json.put("basis", rule.basis().name().toLowerCase(Locale.ROOT));
        rule.citations().forEach(json.putArray("citation")::add);
        ArrayNode evidence = json.putArray("evidence");
        weighed.finding().evidence().forEach(each -> evidence.add(of(each)));
        return json;
    }

    public static ObjectNode of(Evidence evidence) {
        ObjectNode json = JSON.createObjectNode();
        json.put("condition", evidence.condition());
        json.put("field", evidence.field());
        json.put("part", evidence.part());
        json.put("value", evidence.value());
        json.put("start", evidence.start());
        json.put("end", evidence.end());
        json.put("concept", evidence.concept());
        json.put("term", evidence.term());
        return json;
    }
}
