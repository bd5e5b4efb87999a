package org.countsas.quality;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.PlainFiles;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.problem.TextDefects;

/** Reads labels: a CSV file in UTF-8 with the columns {@code id}, {@code verdict} and {@code area}; further ones are ignored. */
@API(status = API.Status.EXPERIMENTAL)
public final class LabelReader {
    private static final List<String> COLUMNS = List.of("id", "verdict", "area");

    private LabelReader() {}

    /**
     * Reads a file of labels.
     *
     * @throws ProblemException with everything that is wrong with the file
     */
    public static List<Label> read(Path file) {
        if (Files.isDirectory(file)) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE,
                    Place.file(file.toString()),
                    "This is a folder",
                    "Name the file of labels in it");
        }
        PlainFiles.require(file, "Save the labels as a file");
        Problems problems = new Problems();
        List<Label> labels = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file, StandardCharsets.UTF_8)) {
            List<String> header = null;
            for (CsvRecord record : csv) {
                if (header == null) {
                    header = record.getFields().stream().map(String::strip).toList();
                    checkHeader(file, header);
                } else {
                    label(file, header, record, problems, labels);
                }
            }
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE, Place.file(file.toString()), "There is no such file", "Check the path");
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(file.toString()),
                    "The labels cannot be read: " + reason(e),
                    "Save them as CSV in UTF-8");
        }
        problems.throwIfAny();
        if (labels.isEmpty()) {
            throw new ProblemException(
                    Code.EMPTY_INPUT,
                    Place.file(file.toString()),
                    "There are no labels",
                    "Add rows below the header id,verdict,area");
        }
        return labels;
    }

    /** The root cause: the library wraps it in the record at which it happened. */
    private static String reason(Exception thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    private static void checkHeader(Path file, List<String> header) {
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                throw new ProblemException(
                        Code.MISSING_COLUMN,
                        Place.line(file.toString(), 1),
                        "The column '" + column + "' is missing",
                        Suggestion.nearest(column, header)
                                .map(near -> "Rename '" + near + "'")
                                .orElse("Add it"));
            }
        }
    }

    private static void label(Path file, List<String> header, CsvRecord record, Problems problems, List<Label> labels) {
        Place place = Place.line(file.toString(), (int) record.getStartingLineNumber());
        String id = field(header, record, "id");
        String verdict = field(header, record, "verdict");
        List<String> known = java.util.Arrays.stream(Label.Verdict.values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        if (id.isEmpty() || !known.contains(verdict.toLowerCase(Locale.ROOT))) {
            problems.add(
                    Code.BAD_LABEL,
                    place,
                    id.isEmpty() ? "The label has no id" : "'" + verdict + "' is not a verdict",
                    "Known: " + String.join(", ", known));
            return;
        }
        String area = field(header, record, "area");
        Optional<String> defect = TextDefects.first(id).or(() -> TextDefects.first(area));
        if (defect.isPresent()) {
            problems.add(Code.BAD_LABEL, place, "The label holds " + defect.get(), "Remove it");
            return;
        }
        labels.add(new Label(id, Label.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)), area));
    }

    private static String field(List<String> header, CsvRecord record, String column) {
        int index = header.indexOf(column);
        return index < record.getFieldCount() ? record.getField(index).strip() : "";
    }
}
