package org.countsas.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as XLSX workbooks. */
final class Workbooks {
    /** The most characters that a cell of a workbook can hold: ECMA-376, as implemented by spreadsheet programs. */
    private static final int LONGEST_CELL = 32_767;

    private Workbooks() {}

    /** Writes one sheet: a header that stays in sight, then the rows. Longs are numbers, everything else is text. */
    static void write(OutputStream out, String sheet, List<String> columns, List<List<Object>> rows) throws IOException {
        Workbook workbook = new Workbook(out, "CountsAs", "1.0");
        Worksheet worksheet = workbook.newWorksheet(sheet);
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
                    String text = String.valueOf(values.get(column));
                    worksheet.value(row + 1, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
                }
            }
        }
        workbook.finish();
    }
}
