package org.countsas.source.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.file.ByteSource;
import org.countsas.source.result.ReadingBuilder;
import org.jspecify.annotations.Nullable;

/** The arrays of objects in a JSON document, and which of them holds the items. Immutable. */
final class JsonArrays {
    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_ARRAYS = 1_000;
    private static final int MOST_SHOWN = 10;

    private final String file;
    private final Map<String, Set<String>> columns;

    private JsonArrays(String file, Map<String, Set<String>> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Whether a JSON text is one document with an array of objects, not one object per line. A text that is a single item is not one,
     * whatever lists the item has.
     */
    static boolean areIn(ByteSource source) {
        Outline outline = new Outline();
        try {
            boolean more = JsonScan.of(source, NumberStyle.USUAL, outline);
            return !more && !outline.arrays.isEmpty() && !outline.isItem();
        } catch (ProblemException e) {
            return !outline.arrays.isEmpty(); // reading it will say what is wrong with it
        }
    }

    /**
     * The arrays of a document.
     *
     * @throws ProblemException {@code BAD_JSON}, {@code WRONG_ENCODING} or {@code TOO_LARGE} if the document cannot be read to its end
     */
    static JsonArrays of(ByteSource source) {
        Columns columns = new Columns(source.name());
        if (JsonScan.of(source, NumberStyle.USUAL, columns)) {
            throw new ProblemException(
                    Code.BAD_JSON,
                    Place.file(source.name()),
                    "Something follows the end of the document",
                    "Write one document, or one object a line in a file that ends in .jsonl");
        }
        return new JsonArrays(source.name(), columns.byArray);
    }

    /** The keys of an array's objects. */
    List<String> columns(String path) {
        return List.copyOf(columns.getOrDefault(path, Set.of()));
    }

    /**
     * The array with the items: the one that is wanted, the only one, or the only one whose objects have an id and an amount.
     *
     * @param wanted  the keys that lead to it; null to find it
     * @param reading where the other arrays are reported
     * @throws ProblemException {@code BAD_JSON} if there is no such array, or several
     */
    String choose(@Nullable String wanted, ReadingBuilder reading) {
        if (wanted != null) {
            if (!columns.containsKey(wanted)) {
                throw problem(
                        "The document has no array of objects at '" + wanted + "'",
                        columns.isEmpty() ? "" : Suggestion.fix(wanted, columns.keySet()));
            }
            return wanted;
        }
        if (columns.isEmpty()) {
            throw problem("The document has no array of objects", "Write the items as [{…}, {…}]");
        }
        if (columns.size() == 1) {
            return columns.keySet().iterator().next();
        }
        List<String> ofItems = columns.entrySet().stream()
                .filter(array -> haveItems(array.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (ofItems.size() != 1) {
            throw problem(
                    "The document has several arrays of objects: " + listed(columns.keySet()),
                    "Say which holds the items in a mapping profile, as 'json: {items: "
                            + (ofItems.isEmpty() ? columns.keySet().iterator().next() : ofItems.get(0)) + "}'");
        }
        List<String> others = new ArrayList<>(columns.keySet());
        others.removeAll(ofItems);
        reading.warn(
                Code.LEFT_OUT,
                Place.file(file),
                "Only the array '" + ofItems.get(0) + "' is read, because its objects have an id and an amount, not: "
                        + listed(others),
                "Name another one in a mapping profile, as 'json: {items: " + others.get(0) + "}'");
        return ofItems.get(0);
    }

    private static boolean haveItems(Collection<String> keys) {
        ColumnNames names = new ColumnNames(List.copyOf(keys));
        return names.has(ColumnMeaning.ID.names()) && names.has(ColumnMeaning.AMOUNT.names());
    }

    private ProblemException problem(String reason, String fix) {
        return new ProblemException(Code.BAD_JSON, Place.file(file), reason, fix);
    }

    private static String listed(Collection<String> names) {
        return String.join(", ", names.stream().limit(MOST_SHOWN).toList()) + (names.size() > MOST_SHOWN ? ", …" : "");
    }

    /** What a text is made of, as far as it tells a document from an item. Not thread-safe. */
    private static final class Outline implements JsonScan.Visitor {
        private final Set<String> singles = new HashSet<>();
        /** By path, whether the first object of the array has an id and an amount. */
        private final Map<String, Boolean> arrays = new LinkedHashMap<>();

        /** Whether the text itself is an item, and none of its lists holds items. */
        boolean isItem() {
            return singles.contains(ColumnMeaning.ID.key())
                    && singles.contains(ColumnMeaning.AMOUNT.key())
                    && !arrays.containsValue(true);
        }

        @Override
        public void single(String path) {
            if (ColumnMeaning.ofKey(path).isPresent()) {
                singles.add(path);
            }
        }

        @Override
        public boolean wants(String array) {
            return arrays.size() < MOST_ARRAYS && arrays.putIfAbsent(array, false) == null;
        }

        @Override
        public void item(String array, int number, Map<String, String> cells) {
            arrays.put(array, haveItems(cells.keySet()));
        }

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
}
