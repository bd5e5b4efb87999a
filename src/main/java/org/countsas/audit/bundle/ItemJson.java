package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.SourceAttributes;
import org.countsas.item.Stage;

/** An item as a line of {@code items.jsonl}: everything known about the item, with its texts as published. */
final class ItemJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MEMBERS = 15;

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
        ObjectNode attributes = json.putObject("attributes");
        programme.attributes().forEach((key, value) -> {
            // Version 1 of the format was fixed before sources named a page.
            if (!key.equals(SourceAttributes.OFFICIAL_PAGE)) {
                attributes.put(key, value);
            }
        });
        return json;
    }

    /** The item of a line, or empty if the line is not one that {@link #of} makes. */
    static Optional<BudgetItem> read(JsonNode json) {
        try {
            Map<String, String> attributes = new TreeMap<>();
            needed(json, "attributes", JsonNodeType.OBJECT)
                    .properties()
                    .forEach(each -> attributes.put(each.getKey(), text(each.getValue())));
            Programme programme = Programme.builder(text(json, "id"))
                    .ministry(text(json, "ministry"))
                    .bureau(text(json, "bureau"))
                    .account(text(json, "account"))
                    .name(text(json, "name"))
                    .purpose(text(json, "purpose"))
                    .overview(text(json, "overview"))
                    .majorExpense(text(json, "majorExpense"))
                    .plans(texts(json, "plans"))
                    .laws(texts(json, "laws"))
                    .attributes(attributes)
                    .build();
            Stage stage = Stage.ofId(text(json, "stage"))
                    .filter(each -> each.id().equals(text(json, "stage")))
                    .orElseThrow(IllegalArgumentException::new);
            BudgetItem item = new BudgetItem(
                    programme,
                    whole(json, "fiscalYear").intValue(),
                    stage,
                    whole(json, "amount").longValue(),
                    text(json, "currency"));
            return json.size() == MEMBERS && whole(json, "fiscalYear").isInt() ? Optional.of(item) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a member is missing, of another type, or the id is blank
        }
    }

    private static List<String> texts(JsonNode json, String name) {
        List<String> texts = new ArrayList<>();
        needed(json, name, JsonNodeType.ARRAY).forEach(each -> texts.add(text(each)));
        return texts;
    }

    private static String text(JsonNode json, String name) {
        return needed(json, name, JsonNodeType.STRING).textValue();
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException();
        }
        return value.textValue();
    }

    private static JsonNode whole(JsonNode json, String name) {
        return needed(json, name, JsonNodeType.NUMBER); // canonical lines have only integers here
    }

    private static JsonNode needed(JsonNode json, String name, JsonNodeType type) {
        JsonNode value = json.path(name);
        if (value.getNodeType() != type) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
