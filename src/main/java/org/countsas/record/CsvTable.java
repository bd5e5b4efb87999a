package org.countsas.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apiguardian.api.API;

/** The form of every table that is written as CSV. Apart from what is written in it, so that a verifier needs no more. */
@API(status = API.Status.INTERNAL)
public final class CsvTable {
    /** The header of {@code rejected.csv}. */
    public static final List<String> REJECTED_COLUMNS = List.of("file", "row", "column", "id", "code", "reason", "fix");

    private CsvTable() {}

    /** Begins a table: CSV (RFC 4180) in UTF-8 with a byte-order mark, lines ended by LF, quotes only where needed. */
    public static CsvWriter begin(OutputStream out, List<String> columns) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF'); // without it, spreadsheet programs take Japanese for another encoding
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(columns);
        return csv;
    }
}
