package org.countsas.source.result;

/** What kind of file an input turned out to be. */
public enum Format {
    /** A table of the RS System export (行政事業レビュー), packed or not. */
    RS_SYSTEM("rs-system"),
    /** Text with separated columns: CSV, TSV and their like. */
    DELIMITED_TEXT("delimited-text"),
    /** A sheet of an Office Open XML workbook. */
    XLSX("xlsx"),
    /** One JSON object a line. */
    JSON_LINES("json-lines"),
    /** A file of a folder or an archive that is none of these. */
    OTHER("other");

    private final String id;

    Format(String id) {
        this.id = id;
    }

    /** The format's name in output files. */
    public String id() {
        return id;
    }
}
