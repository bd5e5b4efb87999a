package org.countsas.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apiguardian.api.API;

/** Writes tables as XLSX workbooks: the same bytes for the same table, whenever and wherever it is written. */
@API(status = API.Status.INTERNAL)
public final class Workbooks {
    private Workbooks() {}

    /**
     * A sheet: a header that stays visible, then the rows.
     *
     * @param rows cells, of which longs are numbers and everything else is text
     */
    public record Sheet(String name, List<String> columns, List<List<Object>> rows) {}

    /** Writes sheets, at least one; the first is shown first. */
    public static void write(OutputStream out, List<Sheet> sheets) throws IOException {
        Sheet first = sheets.get(0);
        try (WorkbookFile workbook = new WorkbookFile(first.name(), first.columns())) {
            fill(workbook, first);
            for (Sheet sheet : sheets.subList(1, sheets.size())) {
                workbook.sheet(sheet.name(), sheet.columns());
                fill(workbook, sheet);
            }
            workbook.finish(out);
        }
    }

    private static void fill(WorkbookFile workbook, Sheet sheet) throws IOException {
        for (List<Object> row : sheet.rows()) {
            workbook.row(row);
        }
    }
}
