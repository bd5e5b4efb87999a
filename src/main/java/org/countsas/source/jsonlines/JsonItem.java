package org.countsas.source.jsonlines;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.TextDefects;
import org.countsas.source.cell.ItemCells;
import org.countsas.source.cell.TextLists;
import org.countsas.source.cell.Unit;

/**
 * The object on a line of JSON Lines.
 *
 * @param texts      single values by key, numbers as written
 * @param lists      plans and laws
 * @param attributes further single values by key
 * @param leftOut unknown keys with neither a single value nor a list of them
 */
record JsonItem(
        Map<String, String> texts,
        Map<String, List<String>> lists,
        Map<String, String> attributes,
        List<String> leftOut) {
    private static final Set<String> TEXTS = Set.of(
            "id",
            "fiscalYear",
            "stage",
            "ministry",
            "bureau",
            "account",
            "name",
            "purpose",
            "overview",
            "majorExpense",
            "amount",
            "currency");
    private static final Set<String> LISTS = Set.of("plans", "laws");

    /**
     * Reads a whole line.
     *
     * @throws JsonParseException if it is anything but one object, or a known key has a value that it cannot have
     */
    static JsonItem read(JsonParser parser) throws IOException {
        JsonItem item = new JsonItem(new HashMap<>(), new HashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "it does not begin with {");
        }
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            item.value(key, parser);
        }
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "something follows the object");
        }
        return item;
    }

    private void value(String key, JsonParser parser) throws IOException {
        sound(key, parser);
        JsonToken token = parser.currentToken();
        if (TEXTS.contains(key)) {
            if (!token.isScalarValue()) {
                throw new JsonParseException(parser, "'" + key + "' must be a text or a number");
            }
            texts.put(key, scalar(parser));
        } else if (LISTS.contains(key)) {
            lists.put(key, token == JsonToken.START_ARRAY ? list(key, parser) : TextLists.split(scalarOf(key, parser)));
        } else if (key.equals("attributes") && token == JsonToken.START_OBJECT) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                attribute(sound(name, parser), parser);
            }
        } else {
            attribute(key, parser);
        }
    }

    private void attribute(String key, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        String value = "";
        if (token.isScalarValue()) {
            value = scalar(parser);
        } else {
            parser.skipChildren();
            leftOut.add(key);
        }
        if (!value.isBlank()) {
            attributes.put(key, value);
        }
    }

    private static List<String> list(String key, JsonParser parser) throws IOException {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String value = scalarOf(key, parser);
            if (!value.isBlank() && !values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private static String scalarOf(String key, JsonParser parser) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            throw new JsonParseException(parser, "'" + key + "' must be a list of texts");
        }
        return scalar(parser);
    }

    private static String scalar(JsonParser parser) throws IOException {
        String text = sound(parser.getText(), parser);
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_NUMBER_FLOAT -> plain(text);
            default -> text;
        };
    }

    /** The text, if it is one: a lone escape such as {@code \\uD800} stands for no character. */
    private static String sound(String text, JsonParser parser) throws JsonParseException {
        Optional<String> defect = TextDefects.first(text);
        if (defect.isPresent()) {
            throw new JsonParseException(parser, "a text holds " + defect.get());
        }
        return text;
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

    /** The id; empty if the object has none. */
    String id() {
        return text("id").strip();
    }

    /** The cells that turn the amount into an item. */
    ItemCells cells() {
        return new ItemCells(
                cell("fiscalYear", ""),
                cell("stage", Stage.INITIAL.id()),
                cell("currency", Unit.YEN),
                cell("amount", ""),
                BigDecimal.ONE);
    }

    private ItemCells.Cell cell(String key, String otherwise) {
        String text = text(key);
        return new ItemCells.Cell(key, text.isBlank() ? otherwise : text);
    }

    /** The programme that the object is about. */
    Programme programme() {
        return Programme.builder(id())
                .ministry(text("ministry"))
                .bureau(text("bureau"))
                .account(text("account"))
                .name(text("name"))
                .purpose(text("purpose"))
                .overview(text("overview"))
                .majorExpense(text("majorExpense"))
                .plans(lists.getOrDefault("plans", List.of()))
                .laws(lists.getOrDefault("laws", List.of()))
                .attributes(attributes)
                .build();
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }
}
