package org.countsas.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.output.SpreadsheetText;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.ProblemException;

/**
 * Writes {@code decisions.csv}, {@code decisions.jsonl} and {@code decisions.xlsx}, one decision after another. No file is visible before
 * {@link #finish}, which puts each in its place as a whole. Nothing of the decisions is kept in memory except the distinct texts of the
 * workbook, which its format puts at the end. Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class DecisionWriter implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    private final Path folder;
    private final String language;
    private final AtomicFile csvFile;
    private final AtomicFile linesFile;
    private final DecisionWorkbook workbook;
    private final CsvWriter csv;
    private final Writer lines;

    private DecisionWriter(
            Path folder, String language, AtomicFile csvFile, AtomicFile linesFile, DecisionWorkbook workbook)
            throws IOException {
        this.folder = folder;
        this.language = language;
        this.csvFile = csvFile;
        this.linesFile = linesFile;
        this.workbook = workbook;
        this.csv = CsvTable.begin(csvFile.out(), DecisionTable.COLUMNS);
        this.lines = new BufferedWriter(new OutputStreamWriter(linesFile.out(), StandardCharsets.UTF_8));
    }

    /**
     * Begins the files.
     *
     * @param folder     an existing folder
     * @param rules      those that decide: they have the names of areas and sources
     * @param definition the definition that decides
     * @param language   of the reasons, and of the whole workbook
     * @throws ProblemException {@code UNWRITABLE} if they cannot be written
     */
    public static DecisionWriter begin(Path folder, RuleBook rules, Definition definition, Language language) {
        Deque<AtomicFile> begun = new ArrayDeque<>();
        try {
            begun.add(AtomicFile.begin(folder.resolve("decisions.csv")));
            begun.add(AtomicFile.begin(folder.resolve("decisions.jsonl")));
            return new DecisionWriter(
                    folder,
                    language.id(),
                    begun.getFirst(),
                    begun.getLast(),
                    new DecisionWorkbook(rules, definition, language));
        } catch (IOException e) {
            begun.forEach(AtomicFile::close);
            throw AtomicFile.unwritable(folder.resolve("decisions.xlsx"), e);
        } catch (ProblemException e) {
            begun.forEach(AtomicFile::close);
            throw e;
        }
    }

    /**
     * Adds a decision.
     *
     * @throws ProblemException {@code UNWRITABLE} if the disk is full
     */
    public void add(Decision decision) {
        List<Object> row = DecisionTable.row(decision, language);
        try {
            csv.writeRecord(row.stream().map(SpreadsheetText::cell).toList());
            JSON.writeValue(lines, DecisionJson.of(decision));
            lines.write('\n');
            workbook.add(decision);
        } catch (UncheckedIOException e) {
            throw csvFile.failed(requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw linesFile.failed(e);
        }
    }

    /**
     * Completes the files and puts them in their places.
     *
     * @throws ProblemException {@code UNWRITABLE} if that is not possible
     */
    public void finish() {
        try {
            csv.flush();
            csvFile.commit();
            lines.flush();
            linesFile.commit();
        } catch (UncheckedIOException e) {
            throw csvFile.failed(requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw linesFile.failed(e);
        }
        AtomicFile.write(folder.resolve("decisions.xlsx"), workbook::finish);
    }

    /** Removes what was begun but not finished. */
    @Override
    public void close() {
        try (csvFile;
                linesFile) {
            workbook.close();
        } catch (IOException e) {
            throw csvFile.failed(e);
        }
    }
}
