package org.countsas.source.format;

import java.util.List;
import java.util.Set;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.Encoding;
import org.countsas.source.file.FileKind;
import org.countsas.source.file.FileStart;
import org.countsas.source.file.TextFile;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.Scope;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.DelimitedText;
import org.countsas.source.table.HeaderReader;
import org.countsas.source.table.JsonTable;
import org.countsas.source.table.Table;
import org.countsas.source.table.TableLayout;
import org.countsas.source.table.Workbook;
import org.jspecify.annotations.Nullable;

/** A file of the input as it is offered to the formats. What several of them need is read only once. Not thread-safe. */
public final class InputFile {
    /** Endings of files with one object per line, whatever these objects contain. */
    private static final Set<String> LINES = Set.of("jsonl", "ndjson");

    private final ByteSource source;
    private final FileStart start;
    private final TableLayout layout;
    private final ReadingBuilder reading;
    private @Nullable List<Table> tables;
    private @Nullable ColumnNames header;
    private @Nullable Boolean jsonDocument;
    private boolean guessReported;

    /**
     * @param layout  how tables are written, as far as the user says so
     * @param reading where a workbook's other sheets are reported
     * @throws org.countsas.problem.ProblemException if the file cannot be read
     */
    public InputFile(ByteSource source, TableLayout layout, ReadingBuilder reading) {
        this.source = source;
        this.start = FileStart.of(source);
        this.layout = layout;
        this.reading = reading;
    }

    /** The name for messages: the file as the user named it, an entry of an archive after {@code "!"}. */
    public String name() {
        return source.name();
    }

    /** All bytes of the file. */
    public ByteSource source() {
        return source;
    }

    /** The first bytes of the file. */
    public FileStart start() {
        return start;
    }

    /** Whether the file is text. */
    public boolean isText() {
        Encoding given = layout.encoding();
        return start.kind() == FileKind.TEXT || (start.kind() == FileKind.BINARY && given != null && given.hasZeros());
    }

    /** Whether the file is a workbook. */
    public boolean isWorkbook() {
        return start.kind() == FileKind.WORKBOOK;
    }

    /** Whether the file is one JSON document with an array of objects, not one object per line. */
    public boolean isJsonDocument() {
        if (jsonDocument == null) {
            char first = isText() && !source.endsIn(LINES) ? start.firstCharacter() : 0;
            jsonDocument = first == '[' || (first == '{' && JsonTable.isDocument(source));
        }
        return jsonDocument;
    }

    /**
     * The file as text. An encoding that has to be guessed is reported.
     *
     * @param given the encoding that the user states; null to detect it
     */
    public TextFile text(@Nullable Encoding given) {
        return new TextFile(source, given, problem -> {
            if (!guessReported) {
                guessReported = true;
                reading.warn(problem, Scope.EVERYTHING, "encoding");
            }
        });
    }

    /**
     * The tables in the file, at least one: the sheets of a workbook that are wanted, or the file itself; only for text and workbooks.
     *
     * @throws org.countsas.problem.ProblemException if it is a workbook that is damaged, too large, or lacks a wanted sheet
     */
    public List<Table> tables() {
        if (tables == null) {
            tables = isWorkbook()
                    ? Workbook.open(source, layout, reading)
                    : List.of(
                            isJsonDocument()
                                    ? JsonTable.open(source, layout, reading)
                                    : new DelimitedText(text(layout.encoding()), layout));
        }
        return tables;
    }

    /** The first of the {@link #tables()}. */
    public Table table() {
        return tables().get(0);
    }

    /**
     * The header of {@link #table()}; no columns if the table is blank.
     *
     * @throws org.countsas.problem.ProblemException if it cannot be read
     */
    public ColumnNames header() {
        if (header == null) {
            header = HeaderReader.of(table());
        }
        return header;
    }
}
