package org.countsas.source.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of columns whose header has several rows. */
public final class Headings {
    private Headings() {}

    /**
     * The names read from the first row to the last, with a space between: 令和6年度 above 当初 is {@code 令和6年度 当初}. A heading that spreads over
     * several columns names all of them.
     *
     * @param rows the rows of the header, at least one
     */
    public static List<String> joined(List<TableTop.Line> rows) {
        List<List<String>> spread = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            spread.add(
                    i == rows.size() - 1 ? rows.get(i).cells() : spread(rows.get(i), rows.subList(i + 1, rows.size())));
        }
        return columns(rows)
                .mapToObj(column -> spread.stream()
                        .map(cells -> column < cells.size() ? cells.get(column) : "")
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** For each column the name in the last row that has one. */
    public static List<String> lowest(List<TableTop.Line> rows) {
        return columns(rows)
                .mapToObj(column -> {
                    String name = "";
                    for (TableTop.Line row : rows) {
                        name = row.cell(column).isEmpty() ? name : row.cell(column);
                    }
                    return name;
                })
                .toList();
    }

    /**
     * Whether a row is the upper row of a header of two, as merged cells leave it: at least one of its headings is followed by blank cells, at
     * least one stands alone, and the row below names the columns of the former in words, and nothing else.
     */
    public static boolean areTwoRows(TableTop.Line upper, TableTop.Line lower) {
        boolean group = false;
        boolean single = false;
        int width = Math.max(upper.cells().size(), lower.cells().size());
        for (int column = 0; column < width; ) {
            int next = column + 1;
            while (next < width
                    && upper.cell(next).isEmpty()
                    && !lower.cell(next).isEmpty()) {
                next++;
            }
            boolean isGroup = next > column + 1 && !upper.cell(column).isEmpty();
            for (int i = column; i < next; i++) {
                String name = lower.cell(i);
                if (isGroup ? !isWord(name) : !name.isEmpty()) {
                    return false;
                }
            }
            group |= isGroup;
            single |= !isGroup && !upper.cell(column).isEmpty();
            column = next;
        }
        return group && single;
    }

    private static boolean isWord(String cell) {
        return cell.codePoints().anyMatch(Character::isLetter);
    }

    private static IntStream columns(List<TableTop.Line> rows) {
        return IntStream.range(
                0, rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
    }

    /** The cells of an upper row, each repeated over the blank cells after it that have a name below. */
    private static List<String> spread(TableTop.Line upper, List<TableTop.Line> below) {
        List<String> cells = new ArrayList<>();
        int width = Math.max(
                upper.cells().size(),
                below.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        String last = "";
        for (int column = 0; column < width; column++) {
            int at = column;
            boolean named = below.stream().anyMatch(row -> !row.cell(at).isEmpty());
            last = !upper.cell(column).isEmpty() ? upper.cell(column) : named ? last : "";
            cells.add(last);
        }
        return cells;
    }
}
