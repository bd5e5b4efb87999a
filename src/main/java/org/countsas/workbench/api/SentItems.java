package org.countsas.workbench.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Items that a program sends as JSON, to be decided: {@code {"items": [{"id": "1", "name": "…", "amount": 1000}, …]}}. */
final class SentItems {
    private static final int MOST = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> TEXTS = Set.of(
            "id", "name", "ministry", "bureau", "account", "purpose", "overview", "majorExpense", "currency", "stage");
    private static final Set<String> OTHERS = Set.of("plans", "laws", "attributes", "fiscalYear", "amount");

    private final int usualYear;

    /** @param usualYear the fiscal year of items that state none */
    SentItems(int usualYear) {
        this.usualYear = usualYear;
    }

    /**
     * The items.
     *
     * @throws ProblemException {@code BAD_REQUEST}, with the place in the document
     */
    List<BudgetItem> read(byte[] body) {
        JsonNode json = parsed(body);
        JsonNode sent = json.path("items");
        if (!json.isObject() || !sent.isArray()) {
            throw bad("items", "The document has no array 'items'");
        }
        if (sent.isEmpty() || sent.size() > MOST) {
            throw bad("items", sent.size() + " items are sent");
        }
        List<BudgetItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String place = "items[" + i + "]";
            BudgetItem item = item(sent.get(i), place);
            if (!ids.add(item.id())) {
                throw bad(place + ".id", "'" + item.id() + "' is sent twice");
            }
            items.add(item);
        }
        return items;
    }

    /** What a document says about itself; null if it does not say. */
    static @Nullable String definition(byte[] body) {
        JsonNode definition = parsed(body).path("definition");
        return definition.isTextual() ? definition.textValue() : null;
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    Code.BAD_REQUEST,
                    Place.at(
                            "the request",
                            e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                            e.getLocation() == null ? 0 : e.getLocation().getColumnNr()),
                    "This is not JSON",
                    "Send one JSON document in UTF-8");
        } catch (java.io.IOException e) {
            throw bad("", "The request cannot be read");
        }
    }

    private BudgetItem item(JsonNode json, String place) {
        if (!json.isObject()) {
            throw bad(place, "This is not an object");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!TEXTS.contains(name) && !OTHERS.contains(name)) {
                throw bad(place + "." + name, "An item has nothing of this name");
            }
        });
        String id = text(json, "id", place);
        if (id.isBlank()) {
            throw bad(place + ".id", "The item has no id");
        }
        Programme programme = Programme.builder(id)
                .name(text(json, "name", place))
                .ministry(text(json, "ministry", place))
                .bureau(text(json, "bureau", place))
                .account(text(json, "account", place))
                .purpose(text(json, "purpose", place))
                .overview(text(json, "overview", place))
                .majorExpense(text(json, "majorExpense", place))
                .plans(texts(json, "plans", place))
                .laws(texts(json, "laws", place))
                .attributes(attributes(json, place))
                .build();
        JsonNode amount = json.path("amount");
        if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
            throw bad(place + ".amount", "The amount is not a whole number of 64 bits");
        }
        String currency = text(json, "currency", place);
        return new BudgetItem(
                programme,
                year(json, place),
                stage(json, place),
                amount.longValue(),
                currency.isEmpty() ? "JPY" : currency);
    }

    private int year(JsonNode json, String place) {
        JsonNode year = json.path("fiscalYear");
        if (year.isMissingNode()) {
            return usualYear;
        }
        if (!year.isIntegralNumber() || !year.canConvertToInt()) {
            throw bad(place + ".fiscalYear", "The fiscal year is not a whole number");
        }
        return year.intValue();
    }

    private static Stage stage(JsonNode json, String place) {
        String stage = text(json, "stage", place);
        return stage.isEmpty()
                ? Stage.INITIAL
                : Stage.ofId(stage).orElseThrow(() -> bad(place + ".stage", "There is no stage '" + stage + "'"));
    }

    private static String text(JsonNode json, String name, String place) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw bad(place + "." + name, "This is not a text");
        }
        return value.textValue();
    }

    private static List<String> texts(JsonNode json, String name, String place) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : json.path(name)) {
            if (!each.isTextual()) {
                throw bad(place + "." + name, "This is not a list of texts");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    private static Map<String, String> attributes(JsonNode json, String place) {
        Map<String, String> attributes = new TreeMap<>();
        json.path("attributes").properties().forEach(each -> {
            if (!each.getValue().isTextual()) {
                throw bad(place + ".attributes." + each.getKey(), "This is not a text");
            }
            attributes.put(each.getKey(), each.getValue().textValue());
        });
        return attributes;
    }

    private static ProblemException bad(String field, String reason) {
        return new ProblemException(
                Code.BAD_REQUEST,
                Place.file("the request").field(field),
                reason,
                "Send 1 to " + MOST + " items as /api/openapi.json describes them");
    }
}
