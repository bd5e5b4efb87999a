package org.countsas.source.mapping;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countsas.item.Programme;
import org.countsas.source.cell.TextLists;
import org.countsas.source.table.ColumnMeaning;

/** Makes programmes from the rows of a table. Immutable and thread-safe. */
final class ProgrammeMapper {
    /** What belongs to a programme, not to its amounts. */
    private static final Set<ColumnMeaning> OF_PROGRAMME = EnumSet.complementOf(EnumSet.of(
            ColumnMeaning.ID,
            ColumnMeaning.FISCAL_YEAR,
            ColumnMeaning.STAGE,
            ColumnMeaning.AMOUNT,
            ColumnMeaning.CURRENCY));

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
        return programme(id, List.<String[]>of(cells));
    }

    /**
     * The programme that several rows state together: texts in which they differ are joined.
     *
     * @param rows the cells of the rows, at least one
     */
    Programme programme(String id, List<String[]> rows) {
        Map<String, String> attributes = new LinkedHashMap<>();
        mapping.attributes().forEach((key, column) -> {
            String value = text(rows, List.of(column), "; ");
            if (!value.isBlank()) {
                attributes.put(key, value);
            }
        });
        return Programme.builder(id)
                .ministry(text(rows, ColumnMeaning.MINISTRY, "; "))
                .bureau(text(rows, ColumnMeaning.BUREAU, "; "))
                .account(text(rows, ColumnMeaning.ACCOUNT, "; "))
                .name(text(rows, ColumnMeaning.NAME, "; "))
                .purpose(text(rows, ColumnMeaning.PURPOSE, "\n"))
                .overview(text(rows, ColumnMeaning.OVERVIEW, "\n"))
                .majorExpense(text(rows, ColumnMeaning.MAJOR_EXPENSE, "; "))
                .plans(TextLists.split(text(rows, ColumnMeaning.PLANS, "\n")))
                .laws(TextLists.split(text(rows, ColumnMeaning.LAWS, "\n")))
                .attributes(attributes)
                .build();
    }

    /** The columns that say what the programme is. */
    NavigableSet<Integer> columns() {
        NavigableSet<Integer> columns = new TreeSet<>(mapping.attributes().values());
        mapping.columns().forEach((meaning, of) -> {
            if (OF_PROGRAMME.contains(meaning)) {
                columns.addAll(of);
            }
        });
        return columns;
    }

    /** The columns whose texts differ between rows, so that they are joined. */
    NavigableSet<Integer> differing(List<String[]> rows) {
        NavigableSet<Integer> differing = columns();
        differing.removeIf(
                column -> rows.stream().map(cells -> cells[column]).distinct().count() == 1);
        return differing;
    }

    private List<Integer> columns(ColumnMeaning meaning) {
        return mapping.columns().getOrDefault(meaning, List.of());
    }

    /** An empty part is kept: without it, two ids could become the same. */
    private static String idPart(String[] cells, List<Integer> columns) {
        return columns.stream().map(column -> cells[column].strip()).collect(Collectors.joining("-"));
    }

    private String text(List<String[]> rows, ColumnMeaning meaning, String betweenRows) {
        return text(rows, columns(meaning), betweenRows);
    }

    private static String text(List<String[]> rows, List<Integer> columns, String betweenRows) {
        return rows.size() == 1
                ? text(rows.get(0), columns)
                : rows.stream()
                        .map(cells -> text(cells, columns))
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .collect(Collectors.joining(betweenRows));
    }

    private static String text(String[] cells, List<Integer> columns) {
        return columns.size() == 1
                ? cells[columns.get(0)]
                : columns.stream()
                        .map(column -> cells[column])
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .collect(Collectors.joining("\n"));
    }
}
