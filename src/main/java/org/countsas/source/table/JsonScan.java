package org.countsas.source.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.ReadFailure;

/**
 * Goes once through a JSON document and reports every array of objects that is outside such objects. An array is identified by the keys
 * that lead to it, separated by dots; the document itself by an empty text. Not thread-safe.
 */
final class JsonScan {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .maxStringLength(4 << 20)
                    .build())
            .build();

    /** Receives what arrays contain, in the order of the document. */
    interface Visitor {
        /** A single value outside arrays, by the keys that lead to it. */
        default void single(String path) {}

        /** Whether to report the objects of an array. */
        boolean wants(String array);

        /**
         * An object of an array.
         *
         * @param number its position in the array, from 1
         * @param cells  its values by key, keys of nested objects after a dot
         */
        void item(String array, int number, Map<String, String> cells);

        /** Something else in an array of objects, or an object that cannot be used. */
        void broken(String array, int number, JsonRow.Defect defect);
    }

    private static final JsonRow.Defect NO_OBJECT = new JsonRow.Defect("The item is not an object", "Write it as {…}");

    private final JsonParser parser;
    private final NumberStyle numbers;
    private final Visitor visitor;

    private JsonScan(JsonParser parser, NumberStyle numbers, Visitor visitor) {
        this.parser = parser;
        this.numbers = numbers;
        this.visitor = visitor;
    }

    /**
     * Goes through a document.
     *
     * @param numbers how the texts of the table write numbers
     * @return whether something follows its end, so that it is not the only document in the file
     * @throws ProblemException {@code BAD_JSON}, {@code WRONG_ENCODING} or {@code TOO_LARGE} with the place at which the document cannot be
     *                          read
     */
    static boolean of(ByteSource source, NumberStyle numbers, Visitor visitor) {
        try (InputStream in = source.open();
                JsonParser parser = JSON.createParser(in)) {
            return new JsonScan(parser, numbers, visitor).all(source);
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
    }

    private boolean all(ByteSource source) throws IOException {
        try {
            value(parser.nextToken(), "");
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            throw JsonFailure.of(source, e, parser.getParsingContext());
        }
    }

    private void value(JsonToken token, String path) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                value(parser.nextToken(), path.isEmpty() ? key : path + "." + key);
            }
        } else if (token == JsonToken.START_ARRAY) {
            array(path);
        } else {
            visitor.single(path);
        }
    }

    private void array(String path) throws IOException {
        int number = 0;
        int before = 0; // what is not an object, as long as there is no object
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            number++;
            if (token == JsonToken.START_OBJECT) {
                boolean wanted = visitor.wants(path);
                for (int i = 1; i <= before && wanted; i++) {
                    visitor.broken(path, i, NO_OBJECT);
                }
                before = 0;
                if (wanted) {
                    item(path, number);
                } else {
                    parser.skipChildren();
                }
            } else {
                parser.skipChildren();
                if (before == number - 1) {
                    before = number;
                } else if (visitor.wants(path)) {
                    visitor.broken(path, number, NO_OBJECT);
                }
            }
        }
    }

    private void item(String path, int number) throws IOException {
        JsonRow row = JsonRow.read(parser, numbers);
        Optional<JsonRow.Defect> defect = row.defect();
        if (defect.isPresent()) {
            visitor.broken(path, number, defect.get());
        } else {
            visitor.item(path, number, row.cells());
        }
    }
}
