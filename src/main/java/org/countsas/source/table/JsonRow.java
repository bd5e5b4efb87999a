package org.countsas.source.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.countsas.problem.TextDefects;
import org.jspecify.annotations.Nullable;

/**
 * An object as the cells of a row: keys of nested objects after a dot, texts of a list parted by semicolons, numbers as written, nothing for null.
 * Not thread-safe.
 */
final class JsonRow {
    private final Map<String, String> cells = new LinkedHashMap<>();
    private @Nullable String defect;

    private JsonRow() {}

    /** Reads an object, of which the parser has read the beginning. */
    static JsonRow read(JsonParser parser) throws IOException {
        JsonRow row = new JsonRow();
        row.object(parser, "");
        return row;
    }

    /** The values by key. */
    Map<String, String> cells() {
        return cells;
    }

    /** What is wrong with a text in it; empty if nothing is. */
    Optional<String> defect() {
        return Optional.ofNullable(defect);
    }

    private void object(JsonParser parser, String before) throws IOException {
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            String name = before + key;
            JsonToken token = parser.nextToken();
            check(name, name);
            if (token == JsonToken.START_OBJECT) {
                object(parser, name + ".");
            } else if (token == JsonToken.START_ARRAY) {
                put(name, list(parser));
            } else {
                put(name, scalar(parser));
            }
        }
    }

    private void put(String name, String value) {
        check(name, value);
        cells.put(name, value);
    }

    private void check(String name, String text) {
        if (defect == null) {
            defect = TextDefects.first(text)
                    .map(found -> "The value of '" + name.replaceAll("\\p{C}", "?") + "' holds " + found)
                    .orElse(null);
        }
    }

    /** Texts and numbers; what is neither is written as JSON would be, so that nothing goes. */
    private static String list(JsonParser parser) throws IOException {
        StringJoiner texts = new StringJoiner("; ");
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                JsonRow nested = JsonRow.read(parser);
                texts.add(nested.cells.toString());
            } else if (token == JsonToken.START_ARRAY) {
                texts.add(list(parser));
            } else {
                texts.add(scalar(parser));
            }
        }
        return texts.toString();
    }

    private static String scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_NUMBER_FLOAT -> plain(parser.getText());
            default -> parser.getText();
        };
    }

    /** 1.5e3 is a number of JSON too. An exponent that would fill the memory with zeros is left as it is, and is no amount. */
    private static String plain(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text; // its exponent is none of an int
        }
        return Math.abs((long) number.scale()) > 400 ? text : number.toPlainString();
    }
}
