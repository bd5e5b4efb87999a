package org.countsas.source.statebudget;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countsas.item.Programme;
import org.countsas.item.StateBudgetAttributes;

/**
 * A line item (事項) of a document, as published.
 *
 * @param json the object of the source; the parser has checked the keys that are read here
 */
record LineItemRow(BudgetDocument document, JsonNode json) {
    private static final String GENERAL_ACCOUNT = "一般会計";
    private static final String SPECIAL_ACCOUNT = "特別会計";
    private static final String AGENCIES = "政府関係機関";
    /** The name of a line item says so whenever its money goes to another account or fund. */
    private static final String TRANSFER = "繰入れ";
    /** A jurisdiction of several ministries lists them: A、B及びC. */
    private static final Pattern JOINT = Pattern.compile("、|及び");

    /** The id in the source: document, page and line. */
    String id() {
        return text("id").strip();
    }

    /** What tells the line item from others of the same fiscal year, in whatever document it stands. */
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

    /** What is spent on, in the words of the document. */
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
     * Who spends: the jurisdiction (所管), the agency, or the special account itself where several ministries have joint jurisdiction. An account
     * that eighteen ministries share is none of theirs.
     */
    private String ministry() {
        return switch (document.account()) {
            case GENERAL -> text("ministry");
            case SPECIAL -> JOINT.matcher(text("ministry")).find() ? text("specialAccount") : text("ministry");
            case AGENCY -> text("agency");
        };
    }

    private String account() {
        return switch (document.account()) {
            case GENERAL -> GENERAL_ACCOUNT;
            case SPECIAL -> {
                String account = SPECIAL_ACCOUNT + "/" + text("specialAccount");
                yield text("subAccount").isEmpty() ? account : account + "/" + text("subAccount");
            }
            case AGENCY -> AGENCIES;
        };
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
