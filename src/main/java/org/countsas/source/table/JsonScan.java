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
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.ReadFailure;

/**
 * Goes once through a JSON document and tells of every array that holds objects, outside such objects. An array is known by the keys that lead to
 * it, with dots between; the document itself by an empty text. Not thread-safe.
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

    /** Told of what arrays hold, in the order of the document. */
    interface Visitor {
        /** Whether the objects of an array are to be told. */
        boolean wants(String array);

        /**
         * An object of an array.
         *
         * @param number its place in the array, from 1
         * @param cells  its values by key, keys of nested objects after a dot
         */
        void item(String array, int number, Map<String, String> cells);

        /** Something else in an array that holds objects, or an object that cannot be used. */
        void broken(String array, int number, String reason);
    }

    private final JsonParser parser;
    private final Visitor visitor;

    private JsonScan(JsonParser parser, Visitor visitor) {
        this.parser = parser;
        this.visitor = visitor;
    }

    /**
     * Goes through a document.
     *
     * @return whether something follows its end, so that it is not the only one in the file
     * @throws ProblemException {@code BAD_JSON} with the place at which the document is none
     */
    static boolean of(ByteSource source, Visitor visitor) {
        try (InputStream in = source.open();
                JsonParser parser = JSON.createParser(in)) {
            JsonScan scan = new JsonScan(parser, visitor);
            scan.value(parser.nextToken(), "");
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            throw unreadable(source, e);
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
    }

    private static ProblemException unreadable(ByteSource source, JsonProcessingException e) {
        Place place = Optional.ofNullable(e.getLocation())
                .map(at -> Place.at(source.name(), Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr())))
                .orElse(Place.file(source.name()));
        String reason = String.valueOf(e.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll(" \\(start marker at .*\\)", "")
                .replaceAll("[.;]$", "");
        return new ProblemException(
                Code.BAD_JSON,
                place,
                "The file is not JSON that can be read to its end: " + reason,
                "Get the file again; it may be cut off");
    }

    private void value(JsonToken token, String path) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                value(parser.nextToken(), path.isEmpty() ? key : path + "." + key);
            }
        } else if (token == JsonToken.START_ARRAY) {
            array(path);
        }
    }

    private void array(String path) throws IOException {
        boolean objects = false;
        int number = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            number++;
            if (token == JsonToken.START_OBJECT) {
                objects = true;
                if (visitor.wants(path)) {
                    item(path, number);
                } else {
                    parser.skipChildren();
                }
            } else {
                parser.skipChildren();
                if (objects && visitor.wants(path)) {
                    visitor.broken(path, number, "The item is no object");
                }
            }
        }
    }

    private void item(String path, int number) throws IOException {
        JsonRow row = JsonRow.read(parser);
        Optional<String> defect = row.defect();
        if (defect.isPresent()) {
            visitor.broken(path, number, defect.get());
        } else {
            visitor.item(path, number, row.cells());
        }
    }
}
