package org.countsas.audit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes one value. Not thread-safe. */
final class CanonicalWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final boolean doubles;

    CanonicalWriter() {
        this(false);
    }

    /** @param doubles whether every number is taken for a double, as ECMAScript does; if not, only integers are accepted */
    CanonicalWriter(boolean doubles) {
        this.doubles = doubles;
    }

    String write(JsonNode value) {
        value(value);
        return out.toString();
    }

    private void value(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> string(value.textValue());
            case NUMBER -> number(value);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("no value of JSON: " + value.getNodeType());
        }
    }

    private void object(JsonNode object) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.size());
        boolean sorted = true;
        String last = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            members.add(member);
            sorted = sorted && (last == null || last.compareTo(member.getKey()) < 0);
            last = member.getKey();
        }
        if (!sorted) {
            members.sort(Map.Entry.comparingByKey()); // by UTF-16 code units, as the scheme asks
        }
        out.append('{');
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            string(members.get(i).getKey());
            out.append(':');
            value(members.get(i).getValue());
        }
        out.append('}');
    }

    private void array(JsonNode array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(array.get(i));
        }
        out.append(']');
    }

    private void number(JsonNode number) {
        if (doubles) {
            out.append(CanonicalNumber.of(number.doubleValue()));
            return;
        }
        if (!number.isIntegralNumber()) {
            throw new IllegalArgumentException("a number that is not an integer, " + shortened(number));
        }
        if (!number.canConvertToLong()
                || Math.abs(number.longValue()) > CanonicalJson.LARGEST
                || number.longValue() == Long.MIN_VALUE) {
            throw new IllegalArgumentException("an integer beyond 2^53 - 1, " + shortened(number));
        }
        out.append(number.longValue());
    }

    private static String shortened(JsonNode number) {
        String text = number.asText();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private void string(String text) {
        out.append('"');
        int plain = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit >= 0x20 && unit != '"' && unit != '\\' && !Character.isSurrogate(unit)) {
                continue;
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isHighSurrogate(unit)
                        || i + 1 == length
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("a text with half of a surrogate pair");
                }
                i++;
                continue;
            }
            out.append(text, plain, i);
            escape(unit);
            plain = i + 1;
        }
        out.append(text, plain, length).append('"');
    }

    private void escape(char unit) {
        out.append('\\');
        switch (unit) {
            case '"', '\\' -> out.append(unit);
            case '\b' -> out.append('b');
            case '\t' -> out.append('t');
            case '\n' -> out.append('n');
            case '\f' -> out.append('f');
            case '\r' -> out.append('r');
            default -> out.append("u00").append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 15));
        }
    }
}
