package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** Compares JSON by value: a whole number is the same whether it was kept in 32 bits or in 64. */
final class Same {
    private static final Comparator<JsonNode> VALUES = (one, other) -> one.equals(other)
                    || one.isIntegralNumber()
                            && other.isIntegralNumber()
                            && one.bigIntegerValue().equals(other.bigIntegerValue())
            ? 0
            : 1;

    private Same() {}

    static boolean json(JsonNode one, JsonNode other) {
        return one.equals(VALUES, other);
    }
}
