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
 * An object as the cells of a row: keys of nested objects after a dot, texts of a list separated by semicolons, numbers as written, nothing
 * for null. Not thread-safe.
 */
final class JsonRow {
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int MOST_KEYS = 1_000;

    private final NumberStyle numbers;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private long characters;
    private @Nullable Defect defect;

    /**
     * What is wrong with an object.
     *
     * @param reason one sentence, without a final full stop
     * @param fix    what to do, likewise
     */
    record Defect(String reason, String fix) {}

    private JsonRow(NumberStyle numbers) {
        this.numbers = numbers;
    }

    /**
     * Reads an object whose beginning the parser has read.
     *
     * @param numbers how the texts of the table write numbers
     */
    static JsonRow read(JsonParser parser, NumberStyle numbers) throws IOException {
        JsonRow row = new JsonRow(numbers);
        row.object(parser, "");
        return row;
    }

    /** The values by key. */
    Map<String, String> cells() {
        return cells;
    }

    /** The first thing wrong with the object; empty if nothing is. */
    Optional<Defect> defect() {
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
        characters += name.length() + value.length();
        if (characters > MOST_CHARACTERS || cells.size() == MOST_KEYS) {
            tooLarge();
        } else if (cells.putIfAbsent(name, value) != null) {
            note(
                    "The key '" + printed(name) + "' has two values: its own and that of a nested object",
                    "Rename one of them");
        }
    }

    private void tooLarge() {
        note("The item has more than " + MOST_CHARACTERS + " characters or " + MOST_KEYS + " keys", "Shorten it");
    }

    private void note(String reason, String fix) {
        if (defect == null) {
            defect = new Defect(reason, fix);
        }
    }

    private static String printed(String name) {
        return name.replaceAll("\\p{C}", "?");
    }

    private void check(String name, String text) {
        TextDefects.first(text)
                .ifPresent(found -> note("The value of '" + printed(name) + "' holds " + found, "Remove it"));
    }

    /** Texts and numbers; an object among them is written as {key=value}, so that nothing is lost. */
    private String list(JsonParser parser) throws IOException {
        StringJoiner texts = new StringJoiner("; ");
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String text = listed(token, parser);
            if (texts.length() + text.length() > MOST_CHARACTERS) {
                tooLarge();
            } else {
                texts.add(text);
            }
        }
        return texts.toString();
    }

    private String listed(JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            return list(parser);
        }
        if (token != JsonToken.START_OBJECT) {
            return scalar(parser);
        }
        JsonRow nested = JsonRow.read(parser, numbers);
        nested.defect().ifPresent(found -> note(found.reason(), found.fix()));
        return nested.cells.toString();
    }

    private String scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_NUMBER_FLOAT -> numbers.write(plain(parser.getText()));
            default -> parser.getText();
        };
    }

    /** 1.5e3 is also a JSON number. An exponent that would fill the memory with zeros is left as it is, and is not an amount. */
    private static String plain(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text; // its exponent does not fit an int
        }
        return Math.abs((long) number.scale()) > 400 ? text : number.toPlainString();
    }
}
