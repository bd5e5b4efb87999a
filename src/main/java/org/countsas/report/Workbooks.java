package org.countsas.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as XLSX workbooks: the same bytes for the same table, whenever and wherever it is written. */
public final class Workbooks {
    /** The most characters that a cell of a workbook can hold: ECMA-376, as implemented by spreadsheet programs. */
    private static final int LONGEST_CELL = 32_767;
    /** A moment without a time zone. A ZIP can state no earlier year, and Java states the first moment of that year with its zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Workbooks() {}

    /**
     * A sheet: a header that stays in sight, then the rows.
     *
     * @param rows cells, of which longs are numbers and everything else is text
     */
    public record Sheet(String name, List<String> columns, List<List<Object>> rows) {}

    /** Writes one sheet. */
    static void write(OutputStream out, String sheet, List<String> columns, List<List<Object>> rows) throws IOException {
        write(out, List.of(new Sheet(sheet, columns, rows)));
    }

    /** Writes sheets, the first of which is shown first. */
    public static void write(OutputStream out, List<Sheet> sheets) throws IOException {
        Path scratch = Files.createTempFile("countsas", ".xlsx");
        scratch.toFile().deleteOnExit(); // where the process is asked to end, the block below does not come to its end
        try {
            try (OutputStream first = Files.newOutputStream(scratch)) {
                Workbook workbook = new Workbook(first, "CountsAs", "1.0");
                for (Sheet sheet : sheets) {
                    fill(workbook.newWorksheet(sheet.name()), sheet.columns(), sheet.rows());
                }
                workbook.finish();
            }
            withoutTime(scratch, out);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private static void fill(Worksheet worksheet, List<String> columns, List<List<Object>> rows) {
        for (int column = 0; column < columns.size(); column++) {
            worksheet.value(0, column, columns.get(column));
            worksheet.style(0, column).bold().set();
        }
        worksheet.freezePane(0, 1);
        for (int row = 0; row < rows.size(); row++) {
            List<Object> values = rows.get(row);
            for (int column = 0; column < values.size(); column++) {
                if (values.get(column) instanceof Long number) {
                    worksheet.value(row + 1, column, number);
                } else {
                    worksheet.value(row + 1, column, fitting(String.valueOf(values.get(column))));
                }
            }
        }
    }

    private static String fitting(String text) {
        if (text.length() <= LONGEST_CELL) {
            return text;
        }
        // Between the halves of a character outside the basic plane nothing may be cut.
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL);
    }

    /** Packs a workbook again: the library writes the moment of its creation into it and offers no way to leave it out. */
    private static void withoutTime(Path workbook, OutputStream out) throws IOException {
        try (ZipFile read = new ZipFile(workbook.toFile())) {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (ZipEntry part : Collections.list(read.entries())) {
                byte[] content = read.getInputStream(part).readAllBytes();
                if (part.getName().equals("docProps/core.xml")) {
                    content = new String(content, StandardCharsets.UTF_8).replaceAll("<dcterms:created.*?</dcterms:created>", "").getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(NO_TIME);
                zip.putNextEntry(copy);
                zip.write(content);
            }
            zip.finish();
        }
    }
}
