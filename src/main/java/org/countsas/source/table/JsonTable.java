package org.countsas.source.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.file.ByteSource;
import org.jspecify.annotations.Nullable;

/**
 * The objects of an array in a JSON document as the rows of a table, with a column for each key. A row's number is the object's position in
 * its array, from 1. Immutable and thread-safe.
 *
 * @param source the document
 * @param items  the keys that lead to the array, separated by dots; null for the only array of objects
 */
public record JsonTable(ByteSource source, @Nullable String items) implements Table {
    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_ARRAYS = 1_000;
    private static final int MOST_SHOWN = 10;

    /** Whether a JSON text is one document with an array of objects, not one object per line. */
    public static boolean isDocument(ByteSource source) {
        FirstArray first = new FirstArray();
        try {
            return !JsonScan.of(source, first) && first.found;
        } catch (ProblemException e) {
            return first.found; // reading it will say what is wrong with it
        }
    }

    /** Whether there is an array of objects. Not thread-safe. */
    private static final class FirstArray implements JsonScan.Visitor {
        private boolean found;

        @Override
        public boolean wants(String array) {
            found = true;
            return false;
        }

        @Override
        public void item(String array, int number, Map<String, String> cells) {}

        @Override
        public void broken(String array, int number, JsonRow.Defect defect) {}
    }

    /** The keys of the objects of every array. Not thread-safe. */
    private static final class Columns implements JsonScan.Visitor {
        private final String file;
        private final Map<String, Set<String>> byArray = new LinkedHashMap<>();

        Columns(String file) {
            this.file = file;
        }

        @Override
        public boolean wants(String array) {
            byArray.computeIfAbsent(array, path -> new LinkedHashSet<>());
            if (byArray.size() > MOST_ARRAYS) {
                throw new ProblemException(
                        Code.TOO_LARGE,
                        Place.file(file),
                        "The document has more than " + MOST_ARRAYS + " arrays of objects",
                        "Write the items in one");
            }
            return true;
        }

        @Override
        public void item(String array, int number, Map<String, String> cells) {
            Set<String> columns = byArray.getOrDefault(array, new LinkedHashSet<>());
            columns.addAll(cells.keySet());
            if (columns.size() > MOST_COLUMNS) {
                throw new ProblemException(
                        Code.TOO_LARGE,
                        Place.line(file, number),
                        "The objects have more than " + MOST_COLUMNS + " keys",
                        "Keys must mean the same in every object");
            }
        }

        @Override
        public void broken(String array, int number, JsonRow.Defect defect) {}
    }

    /** The rows of one array. Not thread-safe. */
    private record Rows(String path, List<String> columns, TableConsumer consumer) implements JsonScan.Visitor {
        @Override
        public boolean wants(String array) {
            return array.equals(path);
        }

        @Override
        public void item(String array, int number, Map<String, String> cells) {
            String[] row = new String[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = cells.getOrDefault(columns.get(i), "");
            }
            consumer.row(number, row);
        }

        @Override
        public void broken(String array, int number, JsonRow.Defect defect) {
            consumer.broken(number, defect.reason(), defect.fix());
        }
    }

    @Override
    public String name() {
        return source.name();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ProblemException {@code BAD_JSON} if the document cannot be read to its end, has no such array, or has several and none is
     *                          named; {@code WRONG_ENCODING} or {@code TOO_LARGE}
     */
    @Override
    public <C extends TableConsumer> Pass<C> read(Supplier<C> consumers) {
        Columns columns = new Columns(name());
        if (JsonScan.of(source, columns)) {
            throw new ProblemException(
                    Code.BAD_JSON,
                    Place.file(name()),
                    "Something follows the end of the document",
                    "Write one document, or one object per line in a file that ends in .jsonl");
        }
        String path = path(columns.byArray.keySet());
        List<String> names = new ArrayList<>(columns.byArray.getOrDefault(path, Set.of()));
        C consumer = consumers.get();
        consumer.header(0, names);
        if (consumer.wantsRows()) {
            JsonScan.of(source, new Rows(path, names, consumer));
        }
        return new Pass<>(consumer, StandardCharsets.UTF_8);
    }

    private String path(Set<String> arrays) {
        if (items != null) {
            if (!arrays.contains(items)) {
                throw new ProblemException(
                        Code.BAD_JSON,
                        Place.file(name()),
                        "The document has no array of objects at '" + items + "'",
                        arrays.isEmpty() ? "" : Suggestion.fix(items, arrays));
            }
            return items;
        }
        if (arrays.size() != 1) {
            throw new ProblemException(
                    Code.BAD_JSON,
                    Place.file(name()),
                    arrays.isEmpty()
                            ? "The document has no array of objects"
                            : "The document has several arrays of objects: "
                                    + String.join(
                                            ", ",
                                            arrays.stream().limit(MOST_SHOWN).toList())
                                    + (arrays.size() > MOST_SHOWN ? ", …" : ""),
                    arrays.isEmpty()
                            ? "Write the items as [{…}, {…}]"
                            : "Say which holds the items in a mapping profile, as 'json: {items: "
                                    + arrays.iterator().next() + "}'");
        }
        return arrays.iterator().next();
    }
}
