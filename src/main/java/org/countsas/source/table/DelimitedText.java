package org.countsas.source.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.function.Supplier;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.EncodingDetector;
import org.jspecify.annotations.Nullable;

/**
 * A text table, read as a stream.
 *
 * @param source its bytes
 * @param layout  how it is written, as far as known
 * @param charset its encoding, if that is certain; null to detect it
 */
public record DelimitedText(
        ByteSource source, TableLayout layout, @Nullable Charset charset) implements Table {
    /** In characters. */
    private static final int LONGEST_CELL = 4 << 20;

    /** A text table whose encoding is detected. */
    public DelimitedText(ByteSource source, TableLayout layout) {
        this(source, layout, null);
    }

    @Override
    public Table settled() {
        return charset == null
                ? new DelimitedText(source, layout, EncodingDetector.detect(source, layout.encoding()))
                : this;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public <C extends TableConsumer> Pass<C> read(Supplier<C> consumers) {
        EncodingDetector.TextReader<C> reader = text -> {
            C consumer = consumers.get();
            pass(text, consumer);
            return consumer;
        };
        EncodingDetector.Decoded<C> decoded = charset == null
                ? EncodingDetector.read(source, layout.encoding(), reader)
                : EncodingDetector.read(source, charset, reader);
        return new Pass<>(decoded.value(), decoded.charset());
    }

    private void pass(Reader text, TableConsumer consumer) throws IOException {
        Character given = layout.separator();
        char separator = given == null ? SeparatorDetector.detect(text, layout.headerRow()) : given;
        RowPicker handler = new RowPicker(source.name(), consumer, layout.headerRow());
        CsvReader<Boolean> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(handler, text);
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
                    Place.line(source.name(), handler.line()),
                    "The quotes of this row do not match, so the rows after it cannot be told apart",
                    "Double a quote within a quoted cell and close every quote");
        }
    }
}
