package org.countsas.source.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.ReadFailure;
import org.countsas.source.result.ReadingBuilder;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A sheet of a workbook in Office Open XML. Its rows are read as a stream; hidden rows count, because nothing is dropped just for being
 * hidden.
 *
 * @param source      the workbook
 * @param sheet     the sheet's name
 * @param headerRow the row of the header, from 1; 0 for the first row that is not blank
 */
public record Workbook(ByteSource source, String sheet, int headerRow) implements Table {
    private static final int MOST_COLUMNS = 16_384;
    /** A spreadsheet computes in binary fractions and shows 15 digits; further digits are noise. */
    private static final MathContext SHOWN = new MathContext(15);

    /**
     * The sheet that the layout names, or the first that is visible.
     *
     * @param reading where other sheets are reported
     * @throws ProblemException {@code BROKEN_ARCHIVE}, {@code TOO_LARGE}, or {@code UNKNOWN_FORMAT} if there is no such sheet
     */
    public static Workbook open(ByteSource source, TableLayout layout, ReadingBuilder reading) {
        WorkbookAccess.measure(source);
        List<String> visible = new ArrayList<>();
        List<String> all = new ArrayList<>();
        WorkbookAccess.with(
                source,
                workbook -> workbook.getSheets().forEach(sheet -> {
                    all.add(sheet.getName());
                    if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                        visible.add(sheet.getName());
                    }
                }));
        String wanted = layout.sheet();
        if (wanted != null && !all.contains(wanted)) {
            throw new ProblemException(
                    Code.UNKNOWN_FORMAT,
                    Place.file(source.name()),
                    "The workbook has no sheet '" + wanted + "'",
                    Suggestion.fix(wanted, all));
        }
        if (all.isEmpty()) {
            throw ReadFailure.brokenArchive(Place.file(source.name()), "the workbook has no sheet");
        }
        String chosen = wanted != null ? wanted : visible.isEmpty() ? all.get(0) : visible.get(0);
        List<String> others =
                visible.stream().filter(name -> !name.equals(chosen)).toList();
        if (!others.isEmpty() && wanted == null) {
            reading.warn(
                    Code.LEFT_OUT,
                    Place.file(source.name()),
                    "Only the first sheet '" + chosen + "' is read, not: " + String.join(", ", others),
                    "Name another sheet in a mapping profile");
        }
        return new Workbook(source, chosen, layout.headerRow());
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
                pass(rows.iterator(), consumer);
            }
        });
        return new Pass<>(consumer, null);
    }

    private void pass(Iterator<Row> rows, TableConsumer consumer) {
        boolean[] wanted = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            String[] cells = texts(row);
            if (cells.length == 0 || row.getRowNum() < headerRow) {
                continue;
            }
            if (wanted == null) {
                wanted = consumer.header(
                        row.getRowNum(), Stream.of(cells).map(String::strip).toList());
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

    /** The cells up to the last one with text. */
    private static String[] texts(Row row) {
        int count = Math.min(row.getCellCount(), MOST_COLUMNS);
        String[] texts = new String[count];
        int last = 0;
        for (int i = 0; i < count; i++) {
            Cell cell = row.getCell(i);
            texts[i] = cell == null || cell.getValue() == null ? "" : text(cell.getValue());
            last = texts[i].isBlank() ? last : i + 1;
        }
        return Arrays.copyOf(texts, last);
    }

    private static String text(Object value) {
        if (!(value instanceof BigDecimal number)) {
            return value instanceof Boolean truth ? truth ? "TRUE" : "FALSE" : value.toString();
        }
        BigDecimal shown = number.scale() > 0 ? number.round(SHOWN).stripTrailingZeros() : number;
        // A number of a spreadsheet has at most 309 digits; a longer one was made to exhaust memory.
        return Math.abs((long) shown.scale()) > 400 ? shown.toString() : shown.toPlainString();
    }
}
