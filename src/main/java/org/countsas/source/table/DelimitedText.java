package org.countsas.source.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
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
    public String name() {
        return text.name();
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
        char separator = given == null ? SeparatorDetector.detect(characters, layout.headerRow()) : given;
        RowPicker handler = new RowPicker(text.name(), consumer, layout.headerRow());
        CsvReader<Boolean> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(handler, characters);
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
