package org.countsas.source;

import java.nio.charset.StandardCharsets;

/** A workbook of one sheet as other programs write it, cell by cell in XML: with formulas, errors, formats and merged cells. */
public final class RawWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

    private RawWorkbook() {}

    /**
     * A workbook with the sheet S.
     *
     * @param date1904 whether days are counted from 1904
     * @param sheet    the content of its element: sheetData and what follows it
     * @param formats  format codes; the cell style {@code s="1"} has the first
     */
    public static byte[] of(boolean date1904, String sheet, String... formats) {
        StringBuilder numbers = new StringBuilder();
        StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.length; i++) {
            numbers.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                    .formatted(164 + i, formats[i].replace("\"", "&quot;")));
            styles.append("<xf numFmtId=\"%d\"/>".formatted(164 + i));
        }
        return Written.zip(
                StandardCharsets.UTF_8,
                "[Content_Types].xml",
                ("<Types xmlns=\"%s/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>")
                        .formatted(PACKAGE),
                "_rels/.rels",
                "<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                        .formatted(PACKAGE, OFFICE),
                "xl/_rels/workbook.xml.rels",
                ("<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"rId1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"rId2\" Type=\"%s/styles\" Target=\"styles.xml\"/></Relationships>")
                        .formatted(PACKAGE, OFFICE, OFFICE),
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr date1904=\"%b\"/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                        .formatted(MAIN, OFFICE, date1904),
                "xl/styles.xml",
                "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
                        .formatted(MAIN, numbers, styles),
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"%s\">%s</worksheet>".formatted(MAIN, sheet));
    }

    /** A row of texts. */
    public static String texts(int row, String... cells) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            xml.append(cells[i].isEmpty() ? "" : text((char) ('A' + i) + "" + row, cells[i]));
        }
        return row(row, xml.toString());
    }

    /** A row of cells in XML. */
    public static String row(int row, String cells) {
        return "<row r=\"%d\">%s</row>".formatted(row, cells);
    }

    /** A cell with a text. */
    public static String text(String at, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text);
    }

    /** A cell with a number in a style. */
    public static String number(String at, int style, String number) {
        return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(at, style, number);
    }

    /** A cell whose formula failed. */
    public static String error(String at, String error) {
        return "<c r=\"%s\" t=\"e\"><f>X9</f><v>%s</v></c>".formatted(at, error);
    }
}
