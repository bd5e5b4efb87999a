package org.countsas.audit.worksheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.countsas.problem.ProblemException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a worksheet from a workbook. */
final class WorkbookReader {
    /** The library keeps the parts of a workbook in memory, so their size is checked first. */
    private static final long MOST_UNPACKED = 256L << 20;

    private WorkbookReader() {}

    static Worksheet read(byte[] content, String file) throws IOException {
        measure(content, file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            Map<String, String> parameters = new LinkedHashMap<>();
            List<Worksheet.Row> rows = new ArrayList<>();
            for (Row row : sheet(workbook, WorksheetFiles.PARAMETERS, file).read()) {
                List<String> cells = cells(row);
                if (row.getRowNum() > 1 && !cells.isEmpty() && !cells.get(0).isEmpty()) {
                    parameters.put(cells.get(0), cells.size() > 1 ? cells.get(1) : "");
                }
            }
            boolean inTable = false;
            for (Row row : sheet(workbook, WorksheetFiles.TABLE, file).read()) {
                List<String> cells = cells(row);
                if (!inTable) {
                    WorksheetFiles.header(cells, file);
                    inTable = true;
                } else if (!cells.stream().allMatch(String::isEmpty)) {
                    rows.add(WorksheetFiles.row(row.getRowNum(), cells, file));
                }
            }
            return new Worksheet(parameters, rows);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library throws whatever exception its parser meets in damaged XML.
            throw WorksheetParameters.bad(file, "The file is not a workbook that can be read");
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, String name, String file) {
        return workbook.findSheet(name)
                .orElseThrow(() -> WorksheetParameters.bad(file, "The workbook has no sheet '" + name + "'"));
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), Worksheet.COLUMNS.size()); i++) {
            Cell cell = row.getCell(i);
            Object value = cell == null ? null : cell.getValue();
            cells.add(
                    value == null
                            ? ""
                            : value instanceof BigDecimal number
                                    ? plain(number)
                                    : value.toString().strip());
        }
        return cells;
    }

    private static String plain(BigDecimal number) {
        // A number of a spreadsheet has at most 309 digits; a longer one was made to exhaust memory.
        return Math.abs((long) number.scale()) > 400
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void measure(byte[] content, String file) throws IOException {
        long total = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
                    total += count;
                    if (total > MOST_UNPACKED) {
                        throw WorksheetParameters.bad(
                                file, "The workbook unpacks to more than " + (MOST_UNPACKED >> 20) + " MiB");
                    }
                }
            }
        }
    }
}
