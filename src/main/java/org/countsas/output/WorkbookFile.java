package org.countsas.output;

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
import org.apiguardian.api.API;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An XLSX workbook written row by row: the same bytes for the same rows, at any time and place. For long sheets some thousand rows are kept
 * in memory, from which the columns get their widths, and for the rest only the distinct texts. Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class WorkbookFile implements AutoCloseable {
    /** The most characters that a cell of a workbook can hold: ECMA-376, as implemented by spreadsheet programs. */
    private static final int LONGEST_CELL = 32_767;
    /** A time without a time zone. A ZIP can state no earlier year, and Java writes the first moment of that year with its zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int ROWS_IN_MEMORY = 10_000;

    private final Path scratch;
    private final OutputStream first;
    private final Workbook workbook;
    private Worksheet sheet;
    private int rows;

    /** Begins a workbook, and in it a sheet. */
    public WorkbookFile(String name, List<String> columns) throws IOException {
        this.scratch = Files.createTempFile("countsas", ".xlsx");
        scratch.toFile().deleteOnExit(); // if the process is asked to end, nothing closes this
        this.first = Files.newOutputStream(scratch);
        this.workbook = new Workbook(first, "CountsAs", "1.0");
        this.sheet = workbook.newWorksheet(name);
        header(columns);
    }

    /** Ends a sheet and begins the next. */
    void sheet(String name, List<String> columns) throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(name);
        header(columns);
    }

    private void header(List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        rows = 1;
    }

    /** Adds a row to the sheet: longs are numbers, everything else is text. */
    public void row(List<Object> values) throws IOException {
        for (int column = 0; column < values.size(); column++) {
            if (values.get(column) instanceof Long number) {
                sheet.value(rows, column, number);
            } else {
                sheet.value(rows, column, fitting(String.valueOf(values.get(column))));
            }
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private static String fitting(String text) {
        if (text.length() <= LONGEST_CELL) {
            return text;
        }
        // A character outside the basic plane must not be cut in half.
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL);
    }

    /** Completes the workbook and writes it, repacked: the library writes its creation time into it and offers no way to leave it out. */
    public void finish(OutputStream out) throws IOException {
        workbook.finish();
        first.close();
        try (ZipFile read = new ZipFile(scratch.toFile())) {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (ZipEntry part : Collections.list(read.entries())) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(NO_TIME);
                zip.putNextEntry(copy);
                if (part.getName().equals("docProps/core.xml")) {
                    String properties = new String(read.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    zip.write(properties
                            .replaceAll("<dcterms:created.*?</dcterms:created>", "")
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    read.getInputStream(part).transferTo(zip);
                }
            }
            zip.finish();
        }
    }

    @Override
    public void close() throws IOException {
        first.close();
        Files.deleteIfExists(scratch);
    }
}
