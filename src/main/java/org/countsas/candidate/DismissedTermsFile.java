package org.countsas.candidate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.candidate.DismissedTerms.Dismissal;
import org.countsas.output.AtomicFile;
import org.countsas.output.VisibleText;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.PlainFiles;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;

/**
 * The file {@value #NAME} beside the rules, which remembers dismissed proposals with who dismissed them and why. It is no part of the rules:
 * their digest does not change with it.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class DismissedTermsFile {
    /** The name of the file, in the folder of rules. */
    public static final String NAME = "dismissed-terms.csv";

    private static final List<String> COLUMNS = List.of("concept", "term", "by", "on", "why");

    private DismissedTermsFile() {}

    /**
     * The dismissals beside a folder of rules; none if there is no such file.
     *
     * @throws ProblemException with everything that is wrong with the file
     */
    public static DismissedTerms read(Path folder) {
        Path file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            return DismissedTerms.NONE;
        }
        PlainFiles.require(file, "Keep dismissed terms in a file");
        Problems problems = new Problems();
        List<Dismissal> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file, StandardCharsets.UTF_8)) {
            boolean header = true;
            for (CsvRecord record : csv) {
                if (header && !record.getFields().equals(COLUMNS)) {
                    throw new ProblemException(
                            Code.MISSING_COLUMN,
                            Place.line(file.toString(), 1),
                            "The columns are not " + String.join(", ", COLUMNS),
                            "Write them as the first line");
                }
                if (!header) {
                    row(file, record, problems, rows);
                }
                header = false;
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(file.toString()),
                    "The dismissed terms cannot be read",
                    "Save them as CSV in UTF-8");
        }
        problems.throwIfAny();
        return new DismissedTerms(rows);
    }

    private static void row(Path file, CsvRecord record, Problems problems, List<Dismissal> rows) {
        Place place = Place.line(file.toString(), (int) record.getStartingLineNumber());
        if (record.getFieldCount() != COLUMNS.size()
                || record.getFields().stream().anyMatch(String::isBlank)) {
            problems.add(
                    Code.BAD_DISMISSAL,
                    place,
                    "A dismissed term needs a value in each column",
                    "Say who dismissed it (by), on which day (on) and why");
            return;
        }
        try {
            rows.add(new Dismissal(
                    record.getField(0),
                    record.getField(1),
                    record.getField(2),
                    LocalDate.parse(record.getField(3)),
                    record.getField(4)));
        } catch (DateTimeParseException e) {
            problems.add(
                    Code.BAD_DISMISSAL, place, "'" + record.getField(3) + "' is not a date", "Write it as 2025-04-01");
        }
    }

    /**
     * Adds a dismissal at the end of the file, which is made if it is not there.
     *
     * @throws ProblemException if the term was dismissed already, or the file cannot be read or written
     */
    public static void add(Path folder, Dismissal dismissal) {
        DismissedTerms before = read(folder);
        Path file = folder.resolve(NAME);
        if (before.contains(dismissal.concept(), dismissal.term())) {
            throw new ProblemException(
                    Code.BAD_DISMISSAL,
                    Place.file(file.toString()),
                    "The term '" + dismissal.term() + "' was already dismissed for '" + dismissal.concept() + "'",
                    "Remove the row from the file to have it proposed again");
        }
        for (String text : List.of(dismissal.term(), dismissal.by(), dismissal.why())) {
            if (text.isBlank() || !VisibleText.line(text).equals(text)) {
                throw new ProblemException(
                        Code.BAD_DISMISSAL,
                        Place.file(file.toString()),
                        text.isBlank() ? "A value is empty" : "'" + text + "' contains invisible characters",
                        "Say in plain words which term, who dismisses it and why");
            }
        }
        List<Dismissal> rows = new ArrayList<>(before.rows());
        rows.add(dismissal);
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        csv.writeRecord(COLUMNS);
        rows.forEach(row ->
                csv.writeRecord(row.concept(), row.term(), row.by(), row.on().toString(), row.why()));
        AtomicFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
