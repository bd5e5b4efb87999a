package org.countsas.audit.worksheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.output.AtomicFile;
import org.countsas.output.SpreadsheetText;
import org.countsas.output.Workbooks;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.PlainFiles;
import org.countsas.problem.ProblemException;
import org.countsas.problem.TextDefects;

/**
 * Worksheets as files: CSV with the parameters above the table, and XLSX with the parameters on a sheet of their own.
 */
@API(status = API.Status.INTERNAL)
public final class WorksheetFiles {
    /** Sheets of a workbook. */
    static final String TABLE = "sample";

    static final String PARAMETERS = "parameters";

    private static final List<String> NUMBERS = List.of("amount", "counted");
    private static final int LONGEST_FILE = 64 << 20;

    private WorksheetFiles() {}

    /**
     * Writes {@code sample.csv} and {@code sample.xlsx}.
     *
     * @param folder an existing folder
     * @throws ProblemException {@code UNWRITABLE}
     */
    public static void write(Path folder, Worksheet worksheet) {
        AtomicFile.write(folder.resolve("sample.csv"), out -> csv(out, worksheet));
        AtomicFile.write(
                folder.resolve("sample.xlsx"),
                out -> Workbooks.write(
                        out,
                        List.of(
                                new Workbooks.Sheet(
                                        TABLE,
                                        Worksheet.COLUMNS,
                                        worksheet.rows().stream()
                                                .map(WorksheetFiles::cells)
                                                .toList()),
                                new Workbooks.Sheet(
                                        PARAMETERS,
                                        List.of("parameter", "value"),
                                        worksheet.parameters().entrySet().stream()
                                                .map(each -> List.<Object>of(each.getKey(), each.getValue()))
                                                .toList()))));
    }

    /**
     * Reads a worksheet, as it was written or after a spreadsheet program saved it again.
     *
     * @throws ProblemException {@code NO_SUCH_FILE}, {@code UNREADABLE}, or {@code BAD_WORKSHEET} if it is not a worksheet
     */
    public static Worksheet read(Path file) {
        String name = file.toString();
        PlainFiles.require(file, "Name the file that 'sample' wrote");
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw WorksheetParameters.bad(name, "The file is larger than any worksheet");
            }
            byte[] content = Files.readAllBytes(file);
            boolean zip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
            return zip ? WorkbookReader.read(content, name) : readCsv(content, name);
        } catch (NoSuchFileException e) {
            throw new ProblemException(Code.NO_SUCH_FILE, Place.file(name), "There is no such file", "Check the path");
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(name),
                    "The worksheet cannot be read: " + e.getMessage(),
                    "Name the file that 'sample' wrote");
        }
    }

    private static List<Object> cells(Worksheet.Row row) {
        List<Object> cells = new ArrayList<>(row.cells());
        for (String column : NUMBERS) {
            // A spreadsheet computes with 15 digits: a longer number stays text.
            if (row.cell(column).length() <= 15) {
                cells.set(Worksheet.COLUMNS.indexOf(column), Long.valueOf(row.cell(column)));
            }
        }
        return cells;
    }

    private static void csv(OutputStream out, Worksheet worksheet) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF'); // without it, spreadsheet programs take Japanese for another encoding
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        worksheet.parameters().forEach((name, value) -> csv.writeRecord(name, value));
        csv.writeRecord("");
        csv.writeRecord(Worksheet.COLUMNS);
        worksheet
                .rows()
                .forEach(row -> csv.writeRecord(
                        row.cells().stream().map(SpreadsheetText::marked).toList()));
        csv.flush();
    }

    private static Worksheet readCsv(byte[] content, String file) {
        String text = decoded(content).replaceFirst("^\uFEFF", "");
        // Some spreadsheet programs save with the separator of their locale.
        char separator = text.startsWith("format;") ? ';' : text.startsWith("format\t") ? '\t' : ',';
        Map<String, String> parameters = new LinkedHashMap<>();
        List<Worksheet.Row> rows = new ArrayList<>();
        boolean inTable = false;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                List<String> cells =
                        record.getFields().stream().map(String::strip).toList();
                if (cells.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (inTable) {
                    List<String> plain =
                            cells.stream().map(SpreadsheetText::unmarked).toList();
                    rows.add(row((int) record.getStartingLineNumber(), plain, file));
                } else if (cells.get(0).equals(Worksheet.COLUMNS.get(0))) {
                    header(cells, file);
                    inTable = true;
                } else {
                    parameters.put(cells.get(0), cells.size() > 1 ? cells.get(1) : "");
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw WorksheetParameters.bad(file, "The file is not CSV");
        }
        if (!inTable) {
            throw WorksheetParameters.bad(
                    file, "The file has no table that begins with the column '" + Worksheet.COLUMNS.get(0) + "'");
        }
        return new Worksheet(parameters, rows);
    }

    /** Refuses a table whose columns were moved or renamed. */
    static void header(List<String> cells, String file) {
        if (!cells.subList(0, Math.min(cells.size(), Worksheet.COLUMNS.size())).equals(Worksheet.COLUMNS)) {
            throw WorksheetParameters.bad(
                    file,
                    "The columns are " + String.join(", ", cells) + " and not " + String.join(", ", Worksheet.COLUMNS));
        }
    }

    static Worksheet.Row row(int number, List<String> cells, String file) {
        List<String> full = new ArrayList<>(cells.subList(0, Math.min(cells.size(), Worksheet.COLUMNS.size())));
        while (full.size() < Worksheet.COLUMNS.size()) {
            full.add("");
        }
        for (int i = 0; i < full.size(); i++) {
            String column = Worksheet.COLUMNS.get(i);
            TextDefects.first(full.get(i)).ifPresent(defect -> {
                throw new ProblemException(
                        Code.BAD_WORKSHEET,
                        Place.line(file, number).field(column),
                        "The cell holds " + defect,
                        "Remove it");
            });
        }
        return new Worksheet.Row(number, full);
    }

    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            // Spreadsheet programs on Japanese Windows save CSV in this encoding.
            return new String(content, Charset.forName("windows-31j"));
        }
    }
}
