package org.countsas.audit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** Compares JSON by value: an integer is the same whether it is held in 32 bits or in 64. */
public final class JsonEquality {
    private static final Comparator<JsonNode> VALUES = (one, other) -> one.equals(other)
                    || (one.isIntegralNumber()
                            && other.isIntegralNumber()
                            && one.bigIntegerValue().equals(other.bigIntegerValue()))
            ? 0
            : 1;

    private JsonEquality() {}

    /** Whether two values are the same. */
    public static boolean areEqual(JsonNode one, JsonNode other) {
        return one.equals(VALUES, other);
    }
}
