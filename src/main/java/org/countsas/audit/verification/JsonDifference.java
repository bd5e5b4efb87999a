package org.countsas.audit.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.TreeSet;
import org.countsas.audit.json.JsonEquality;

/** Says where a recorded decision and the derived one first differ. */
final class JsonDifference {
    private static final int SHOWN = 60;

    private JsonDifference() {}

    static String first(JsonNode recorded, JsonNode derived) {
        return first("", recorded, derived);
    }

    private static String first(String path, JsonNode recorded, JsonNode derived) {
        if (recorded.isObject() && derived.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            recorded.fieldNames().forEachRemaining(names::add);
            derived.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!JsonEquality.areEqual(recorded.path(name), derived.path(name))) {
                    return first(path.isEmpty() ? name : path + "." + name, recorded.path(name), derived.path(name));
                }
            }
        }
        if (recorded.isArray() && derived.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), derived.size()); i++) {
                if (!JsonEquality.areEqual(recorded.path(i), derived.path(i))) {
                    return first(path + "[" + i + "]", recorded.path(i), derived.path(i));
                }
            }
        }
        return "'" + path + "' is " + shown(recorded) + " in the bundle and " + shown(derived) + " when derived again";
    }

    private static String shown(JsonNode value) {
        String text = value instanceof MissingNode ? "absent" : value.toString();
        return (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…").replaceAll("\\p{C}", "?");
    }
}
