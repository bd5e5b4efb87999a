package org.countsas.source.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.ByteSource;
import org.countsas.source.result.ReadingBuilder;

/**
 * The objects of an array in a JSON document as the rows of a table, with a column for each key. A row's number is the object's position in
 * its array, from 1. Immutable and thread-safe.
 *
 * @param source  the document
 * @param items   the keys that lead to the array, separated by dots; empty for the document itself
 * @param columns the keys of its objects
 * @param numbers how the texts of the table write numbers
 */
public record JsonTable(ByteSource source, String items, List<String> columns, NumberStyle numbers) implements Table {

    public JsonTable {
        columns = List.copyOf(columns);
    }

    /**
     * Whether a JSON text is one document with an array of objects, not one object per line. A text that is a single item is not one,
     * whatever lists the item has.
     */
    public static boolean isDocument(ByteSource source) {
        return JsonArrays.areIn(source);
    }

    /**
     * The array of objects with the items: the one that the layout names, the only one, or the only one whose objects have an id and an
     * amount.
     *
     * @param reading where the other arrays are reported
     * @throws ProblemException {@code BAD_JSON} if the document cannot be read to its end, has no such array, or has several;
     *                          {@code WRONG_ENCODING} or {@code TOO_LARGE}
     */
    public static JsonTable open(ByteSource source, TableLayout layout, ReadingBuilder reading) {
        JsonArrays arrays = JsonArrays.of(source);
        String items = arrays.choose(layout.jsonItems(), reading);
        return new JsonTable(source, items, arrays.columns(items), layout.numbers());
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

    @Override
    public boolean isHeaderKnown() {
        return true;
    }

    @Override
    public TableTop top() {
        return new TableTop(null, List.of());
    }

    @Override
    public Table at(TableTop top, HeaderPlace header) {
        return this;
    }

    @Override
    public <C extends TableConsumer> Pass<C> read(Supplier<C> consumers) {
        C consumer = consumers.get();
        consumer.header(0, columns);
        if (consumer.wantsRows()) {
            JsonScan.of(source, numbers, new Rows(items, columns, consumer));
        }
        return new Pass<>(consumer, StandardCharsets.UTF_8);
    }
}
