package org.countsas.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.ReadFailure;
import org.countsas.source.result.ReadingBuilder;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook in Office Open XML. Its rows are read as a stream; hidden rows count, because nothing is dropped just for being
 * hidden.
 *
 * @param source the workbook
 * @param sheet  the sheet's name
 * @param header where the header is; null to find it
 * @param numbers how the texts of the table write numbers
 * @param top    the first rows of the sheet
 */
public record Workbook(
        ByteSource source, String sheet, @Nullable HeaderPlace header, NumberStyle numbers, TableTop top)
        implements Table {

    /**
     * The sheets that the layout names, in the order of the workbook, or the first that is visible.
     *
     * @param reading where other sheets are reported
     * @throws ProblemException {@code BROKEN_ARCHIVE}, {@code TOO_LARGE}, or {@code UNKNOWN_FORMAT} if there is no such sheet
     */
    public static List<Table> open(ByteSource source, TableLayout layout, ReadingBuilder reading) {
        WorkbookAccess.measure(source);
        List<String> visible = new ArrayList<>();
        List<String> all = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        WorkbookAccess.with(source, workbook -> {
            workbook.getSheets().forEach(sheet -> {
                all.add(sheet.getName());
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    visible.add(sheet.getName());
                }
            });
            for (String name : chosen(source, layout.sheets(), visible, all)) {
                tables.add(new Workbook(
                        source,
                        name,
                        layout.header(),
                        layout.numbers(),
                        top(workbook.findSheet(name).orElseThrow(), new SheetCells(workbook, layout.numbers()))));
            }
        });
        tellLeftOut(source, layout.sheets(), visible, all, reading);
        return tables;
    }

    /** A sheet that is named is read even if it is hidden; a pattern means the visible ones. */
    private static List<String> chosen(ByteSource source, List<String> wanted, List<String> visible, List<String> all) {
        if (all.isEmpty()) {
            throw ReadFailure.brokenArchive(Place.file(source.name()), "the workbook has no sheet");
        }
        if (wanted.isEmpty()) {
            return List.of(visible.isEmpty() ? all.get(0) : visible.get(0));
        }
        Problems missing = new Problems();
        Set<String> found = new HashSet<>();
        for (String name : wanted) {
            List<String> matching = all.contains(name)
                    ? List.of(name)
                    : visible.stream().filter(Wildcard.of(name)::matches).toList();
            if (matching.isEmpty()) {
                missing.add(
                        Code.UNKNOWN_FORMAT,
                        Place.file(source.name()),
                        "The workbook has no sheet '" + name + "'",
                        Suggestion.fix(name, all));
            }
            found.addAll(matching);
        }
        missing.throwIfAny();
        return all.stream().filter(found::contains).toList();
    }

    /** Says which sheets are left out although somebody could mean them. */
    private static void tellLeftOut(
            ByteSource source, List<String> wanted, List<String> visible, List<String> all, ReadingBuilder reading) {
        if (wanted.isEmpty() && visible.size() > 1) {
            reading.warn(
                    Code.LEFT_OUT,
                    Place.file(source.name()),
                    "Only the first sheet '" + visible.get(0) + "' is read, not: "
                            + String.join(", ", visible.subList(1, visible.size())),
                    "Name another sheet in a mapping profile");
        }
        List<String> hidden = all.stream()
                .filter(name -> !visible.contains(name) && !wanted.contains(name))
                .filter(name ->
                        wanted.stream().anyMatch(pattern -> Wildcard.of(pattern).matches(name)))
                .toList();
        if (!hidden.isEmpty()) {
            reading.warn(
                    Code.LEFT_OUT,
                    Place.file(source.name()),
                    "Hidden sheets are not read, although their names match: " + String.join(", ", hidden),
                    "Name them in full in the mapping profile if they have items");
        }
    }

    private static TableTop top(Sheet sheet, SheetCells texts) throws IOException {
        List<TableTop.Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> each = rows.iterator();
            while (lines.size() < TableTop.MOST_LINES && each.hasNext()) {
                Row row = each.next();
                String[] cells = texts.texts(row);
                if (cells.length > 0) {
                    lines.add(new TableTop.Line(
                            row.getRowNum(), Stream.of(cells).map(String::strip).toList()));
                }
            }
        }
        return new TableTop(null, lines);
    }

    @Override
    public boolean isHeaderKnown() {
        return header != null;
    }

    @Override
    public Table at(TableTop other, HeaderPlace place) {
        return new Workbook(source, sheet, place, numbers, top);
    }

    @Override
    public String name() {
        return source.name() + "#" + sheet;
    }

    @Override
    public <C extends TableConsumer> Pass<C> read(Supplier<C> consumers) {
        C consumer = consumers.get();
        WorkbookAccess.with(source, workbook -> {
            Sheet found = workbook.findSheet(sheet).orElseThrow();
            try (Stream<Row> rows = found.openStream()) {
                pass(rows.iterator(), new SheetCells(workbook, numbers), consumer);
            }
        });
        return new Pass<>(consumer, null);
    }

    private void pass(Iterator<Row> rows, SheetCells texts, TableConsumer consumer) {
        HeaderPlace place = header == null ? HeaderPlace.FIRST : header;
        List<TableTop.Line> headerRows = new ArrayList<>();
        boolean[] wanted = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            String[] cells = texts.texts(row);
            if (cells.length == 0 || row.getRowNum() < place.row()) {
                continue;
            }
            if (wanted == null) {
                headerRows.add(new TableTop.Line(
                        row.getRowNum(), Stream.of(cells).map(String::strip).toList()));
                if (headerRows.size() < place.rows()) {
                    continue;
                }
                wanted = consumer.header(headerRows.get(0).row(), Headings.joined(headerRows));
                if (!consumer.wantsRows()) {
                    return;
                }
            } else if (cells.length > wanted.length) {
                consumer.broken(
                        row.getRowNum(),
                        "The row has " + cells.length + " columns, the header has " + wanted.length,
                        "Check separators and quotes in this row");
            } else {
                String[] full = new String[wanted.length];
                for (int i = 0; i < full.length; i++) {
                    full[i] = wanted[i] && i < cells.length ? cells[i] : "";
                }
                consumer.row(row.getRowNum(), full);
            }
        }
    }
}
