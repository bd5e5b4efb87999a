package org.countsas.source.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.EncodingDetector;
import org.countsas.source.file.TextFile;

/**
 * A text table, read as a stream.
 *
 * @param text   its text
 * @param layout how it is written, as far as known
 */
public record DelimitedText(TextFile text, TableLayout layout) implements Table {
    /** In characters. */
    private static final int LONGEST_CELL = 4 << 20;

    @Override
    public Table settled() {
        text.settle();
        return this;
    }

    @Override
    public String name() {
        return text.name();
    }

    @Override
    public boolean isHeaderKnown() {
        return layout.header() != null;
    }

    @Override
    public TableTop top() {
        Character given = layout.separator();
        return text.read(reader -> {
                    char separator = given == null
                            ? SeparatorDetector.detect(
                                    reader, layout.headerOrFirst().row())
                            : given;
                    return top(reader, separator);
                })
                .value();
    }

    @Override
    public List<TableTop> otherTops() {
        if (layout.separator() != null) {
            return List.of();
        }
        Character first = top().separator();
        return SeparatorDetector.CANDIDATES.stream()
                .filter(separator -> !separator.equals(first))
                .map(separator -> text.read(reader -> top(reader, separator)).value())
                .toList();
    }

    private static TableTop top(Reader reader, char separator) throws IOException {
        List<TableTop.Line> lines = new ArrayList<>();
        try (CloseableIterator<CsvRecord> records =
                builder(separator).ofCsvRecord(reader).iterator()) {
            while (lines.size() < TableTop.MOST_LINES && records.hasNext()) {
                CsvRecord next = records.next();
                List<String> cells =
                        next.getFields().stream().map(String::strip).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    lines.add(
                            new TableTop.Line((int) Math.min(Integer.MAX_VALUE, next.getStartingLineNumber()), cells));
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() != null) {
                throw e;
            }
            // Quotes that do not match end the top; reading the table will say so.
        }
        return new TableTop(separator, lines);
    }

    @Override
    public Table at(TableTop top, HeaderPlace header) {
        return new DelimitedText(text, layout.with(header, top.separator()));
    }

    private static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL);
    }

    @Override
    public <C extends TableConsumer> Pass<C> read(Supplier<C> consumers) {
        EncodingDetector.Decoded<C> decoded = text.read(reader -> {
            C consumer = consumers.get();
            pass(reader, consumer);
            return consumer;
        });
        return new Pass<>(decoded.value(), decoded.charset());
    }

    private void pass(Reader characters, TableConsumer consumer) throws IOException {
        Character given = layout.separator();
        char separator = given == null
                ? SeparatorDetector.detect(characters, layout.headerOrFirst().row())
                : given;
        RowPicker handler = new RowPicker(text.name(), consumer, layout.headerOrFirst());
        CsvReader<Boolean> reader = builder(separator).build(handler, characters);
        try (CloseableIterator<Boolean> records = reader.iterator()) {
            while (records.hasNext() && records.next()) {
                // The handler passes each record on.
            }
        } catch (CsvParseException e) {
            if (e.getCause() != null) {
                throw e;
            }
            // The parser also gives up on a cell beyond the limit: the usual cause is a quote that is never closed.
            throw new ProblemException(
                    Code.BROKEN_ROW,
                    Place.line(text.name(), handler.line()),
                    "The quotes of this row do not match, so the rows after it cannot be told apart",
                    "Double a quote within a quoted cell and close every quote");
        }
    }
}
