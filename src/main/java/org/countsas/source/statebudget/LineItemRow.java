package org.countsas.source.statebudget;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countsas.item.Programme;
import org.countsas.item.StateBudgetAttributes;
import org.countsas.source.document.AccountType;
import org.countsas.source.document.BudgetDocument;

/**
 * A line item (事項) of a document, as published.
 *
 * @param json the source's object; the parser has checked the keys that are read here
 */
record LineItemRow(BudgetDocument document, JsonNode json) {
    /** The name of a line item says so whenever its money goes to another account or fund. */
    private static final String TRANSFER = "繰入れ";

    /** The id in the source: document, page and line. */
    String id() {
        return text("id").strip();
    }

    /** What distinguishes the line item from others of the same fiscal year, in whichever document it is. */
    List<String> key() {
        List<String> key = new ArrayList<>(List.of(document.account().name()));
        for (String part :
                List.of("ministry", "organization", "specialAccount", "subAccount", "agency", "sectionCode", "name")) {
            key.add(text(part));
        }
        return key;
    }

    String text(String key) {
        return json.path(key).asText("");
    }

    /** What the money is spent on, in the document's words. */
    Programme programme() {
        return Programme.builder(id())
                .ministry(ministry())
                .bureau(text("organization"))
                .account(account())
                .name(text("name"))
                .purpose(text("sectionName"))
                .overview(text("description"))
                .majorExpense(text("majorExpenseName"))
                .attributes(attributes())
                .build();
    }

    /**
     * Who spends: the jurisdiction (所管), the agency, or the special account itself if several ministries share jurisdiction. An account
     * that eighteen ministries share belongs to none of them.
     */
    private String ministry() {
        return document.account() == AccountType.AGENCY
                ? text("agency")
                : document.account().spender(text("ministry"), text("specialAccount"));
    }

    private String account() {
        return document.account().named(text("specialAccount"), text("subAccount"));
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, StateBudgetAttributes.JURISDICTION, text("ministry"));
        put(attributes, StateBudgetAttributes.SECTION, text("sectionName"));
        put(attributes, StateBudgetAttributes.SECTION_CODE, text("sectionCode"));
        put(attributes, StateBudgetAttributes.SUB_ACCOUNT, text("subAccount"));
        put(attributes, "document", document.title());
        put(attributes, "source", text("sourceUrl"));
        if (text("name").contains(TRANSFER)) {
            attributes.put(StateBudgetAttributes.TRANSFER, StateBudgetAttributes.YES);
        }
        return attributes;
    }

    private static void put(Map<String, String> attributes, String key, String value) {
        if (!value.isBlank()) {
            attributes.put(key, value);
        }
    }
}
