package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;

/** A line of {@code items.jsonl}: all that is known of an item, texts as published. */
final class ItemJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ItemJson() {}

    static ObjectNode of(BudgetItem item) {
        Programme programme = item.programme();
        ObjectNode json = JSON.objectNode();
        json.put("id", programme.id());
        json.put("fiscalYear", item.fiscalYear());
        json.put("stage", item.stage().id());
        json.put("amount", item.amount());
        json.put("currency", item.currency());
        json.put("ministry", programme.ministry());
        json.put("bureau", programme.bureau());
        json.put("account", programme.account());
        json.put("name", programme.name());
        json.put("purpose", programme.purpose());
        json.put("overview", programme.overview());
        json.put("majorExpense", programme.majorExpense());
        programme.plans().forEach(json.putArray("plans")::add);
        programme.laws().forEach(json.putArray("laws")::add);
        programme.attributes().forEach(json.putObject("attributes")::put);
        return json;
    }

    /** The item of a line, or empty if the line is not exactly what {@link #of} makes of it. */
    static Optional<BudgetItem> read(JsonNode json) {
        String id = json.path("id").asText();
        Optional<Stage> stage = Stage.ofId(json.path("stage").asText());
        if (id.isBlank() || stage.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> attributes = new TreeMap<>();
        json.path("attributes").fields().forEachRemaining(each -> attributes.put(each.getKey(), each.getValue().asText()));
        Programme programme = Programme.builder(id)
                .ministry(json.path("ministry").asText())
                .bureau(json.path("bureau").asText())
                .account(json.path("account").asText())
                .name(json.path("name").asText())
                .purpose(json.path("purpose").asText())
                .overview(json.path("overview").asText())
                .majorExpense(json.path("majorExpense").asText())
                .plans(texts(json.path("plans")))
                .laws(texts(json.path("laws")))
                .attributes(attributes)
                .build();
        BudgetItem item = new BudgetItem(programme, json.path("fiscalYear").asInt(), stage.get(), json.path("amount").asLong(), json.path("currency").asText());
        return Optional.of(item).filter(each -> Same.json(of(each), json));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
