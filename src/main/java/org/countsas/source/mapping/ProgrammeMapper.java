package org.countsas.source.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countsas.item.Programme;
import org.countsas.source.cell.TextLists;
import org.countsas.source.table.ColumnMeaning;

/** Makes programmes from the rows of a table. Immutable and thread-safe. */
final class ProgrammeMapper {
    private final ColumnMapping mapping;

    ProgrammeMapper(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    /** The id that a row states; empty if it states none. */
    String id(String[] cells) {
        List<Integer> columns = columns(ColumnMeaning.ID);
        return columns.stream().allMatch(column -> cells[column].isBlank()) ? "" : idPart(cells, columns);
    }

    /** What is added to an id that several rows state. */
    String idApart(String[] cells) {
        return idPart(cells, mapping.apartBy());
    }

    /** The programme of a row. */
    Programme programme(String id, String[] cells) {
        Map<String, String> attributes = new LinkedHashMap<>();
        mapping.attributes().forEach((key, column) -> {
            if (!cells[column].isBlank()) {
                attributes.put(key, cells[column]);
            }
        });
        return Programme.builder(id)
                .ministry(text(cells, ColumnMeaning.MINISTRY))
                .bureau(text(cells, ColumnMeaning.BUREAU))
                .account(text(cells, ColumnMeaning.ACCOUNT))
                .name(text(cells, ColumnMeaning.NAME))
                .purpose(text(cells, ColumnMeaning.PURPOSE))
                .overview(text(cells, ColumnMeaning.OVERVIEW))
                .majorExpense(text(cells, ColumnMeaning.MAJOR_EXPENSE))
                .plans(TextLists.split(text(cells, ColumnMeaning.PLANS)))
                .laws(TextLists.split(text(cells, ColumnMeaning.LAWS)))
                .attributes(attributes)
                .build();
    }

    private List<Integer> columns(ColumnMeaning meaning) {
        return mapping.columns().getOrDefault(meaning, List.of());
    }

    /** An empty part is kept: without it, two ids could become the same. */
    private static String idPart(String[] cells, List<Integer> columns) {
        return columns.stream().map(column -> cells[column].strip()).collect(Collectors.joining("-"));
    }

    private String text(String[] cells, ColumnMeaning meaning) {
        List<Integer> columns = columns(meaning);
        return columns.size() == 1
                ? cells[columns.get(0)]
                : columns.stream()
                        .map(column -> cells[column])
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .collect(Collectors.joining("\n"));
    }
}
