package org.countsas.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.output.SpreadsheetText;
import org.countsas.policy.book.RuleBook;
import org.countsas.source.result.RejectedRow;

/** Writes decisions and rejected rows as files. Every file is whole or not there. */
@API(status = API.Status.INTERNAL)
public final class DecisionFiles {
    private DecisionFiles() {}

    /**
     * Writes {@code decisions.csv}, {@code decisions.jsonl} and {@code decisions.xlsx}.
     *
     * @param folder an existing folder
     */
    static void write(Path folder, List<Decision> decisions, RuleBook rules, Definition definition, Language language) {
        try (DecisionWriter writer = DecisionWriter.begin(folder, rules, definition, language)) {
            decisions.forEach(writer::add);
            writer.finish();
        }
    }

    /**
     * Writes {@code rejected.csv} for people: every row that gave no item, and why. Written even if there is none, so that its absence
     * means nothing. Texts that a spreadsheet program might take for formulas are {@linkplain SpreadsheetText marked}.
     */
    public static void writeRejected(Path folder, List<RejectedRow> rejected) {
        AtomicFile.write(
                folder.resolve("rejected.csv"),
                out -> csvForPeople(out, CsvTable.REJECTED_COLUMNS, rejectedRows(rejected)));
    }

    /** Writes {@code rejected.csv} as in bundles: texts unchanged. */
    public static void recordRejected(Path folder, List<RejectedRow> rejected) {
        AtomicFile.write(
                folder.resolve("rejected.csv"), out -> csv(out, CsvTable.REJECTED_COLUMNS, rejectedRows(rejected)));
    }

    private static Stream<List<Object>> rejectedRows(List<RejectedRow> rejected) {
        return rejected.stream()
                .map(row -> List.<Object>of(
                        row.file(),
                        (long) row.row(),
                        java.util.Objects.requireNonNullElse(
                                row.problem().place().field(), ""),
                        row.id().orElse(""),
                        row.problem().code().id(),
                        row.problem().reason(),
                        row.problem().fix()));
    }

    /** Writes a table row by row as it arrives; texts that a spreadsheet program might take for formulas are marked. */
    public static void csvForPeople(OutputStream out, List<String> columns, Stream<List<Object>> rows)
            throws IOException {
        CsvWriter csv = CsvTable.begin(out, columns);
        rows.forEach(
                row -> csv.writeRecord(row.stream().map(SpreadsheetText::cell).toList()));
        csv.flush();
    }

    private static void csv(OutputStream out, List<String> columns, Stream<List<Object>> rows) throws IOException {
        CsvWriter csv = CsvTable.begin(out, columns);
        rows.forEach(row -> csv.writeRecord(row.stream().map(String::valueOf).toList()));
        csv.flush();
    }
}
