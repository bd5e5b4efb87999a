package org.countsas.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.adjudication.Decision;
import org.countsas.source.RejectedRow;

/** Writes decisions and rejected rows as files. Every file is whole or not there. */
public final class DecisionFiles {
    private static final JsonMapper JSON = JsonMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

    private DecisionFiles() {}

    /**
     * Writes {@code decisions.csv}, {@code decisions.jsonl} and {@code decisions.xlsx}.
     *
     * @param folder   an existing folder
     * @param language {@code en} or {@code ja}, for the reasons
     */
    public static void write(Path folder, List<Decision> decisions, String language) {
        AtomicFile.write(folder.resolve("decisions.csv"), out -> csv(out, DecisionTable.COLUMNS,
                decisions.stream().map(decision -> DecisionTable.row(decision, language)).toList()));
        AtomicFile.write(folder.resolve("decisions.jsonl"), out -> jsonLines(out, decisions));
        AtomicFile.write(folder.resolve("decisions.xlsx"), out -> Workbooks.write(out, "decisions", DecisionTable.COLUMNS,
                decisions.stream().map(decision -> DecisionTable.row(decision, language)).toList()));
    }

    /** Writes {@code rejected.csv}: every row that gave no item, and why. Written even if there is none, so that its absence means nothing. */
    public static void writeRejected(Path folder, List<RejectedRow> rejected) {
        AtomicFile.write(folder.resolve("rejected.csv"), out -> csv(out, List.of("file", "row", "column", "id", "code", "reason", "fix"),
                rejected.stream().map(row -> List.<Object>of(
                        row.file(),
                        (long) row.row(),
                        java.util.Objects.requireNonNullElse(row.problem().place().field(), ""),
                        row.id().orElse(""),
                        row.problem().code().id(),
                        row.problem().reason(),
                        row.problem().fix())).toList()));
    }

    private static void csv(OutputStream out, List<String> columns, List<List<Object>> rows) throws IOException {
        csv(out, columns, rows.stream());
    }

    /** Writes a table as it comes, row by row. */
    static void csv(OutputStream out, List<String> columns, Stream<List<Object>> rows) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF'); // without it, spreadsheet programs take Japanese for another encoding
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(columns);
        rows.forEach(row -> csv.writeRecord(row.stream().map(String::valueOf).toList()));
        csv.flush();
    }

    private static void jsonLines(OutputStream out, List<Decision> decisions) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (Decision decision : decisions) {
            JSON.writeValue(text, DecisionJson.of(decision));
            text.write('\n');
        }
        text.flush();
    }
}
