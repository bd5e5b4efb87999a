package org.countsas.source.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * @param layout how it is written, as far as that is known
 */
public record DelimitedText(ByteSource source, TableLayout layout) implements Table {
    /** In characters. */
    private static final int LONGEST_CELL = 4 << 20;

    private static final int MOST_COLUMNS = 16_384;
    private static final int HEAD = 1 << 16;

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public <C extends TableConsumer> Pass<C> read(Supplier<C> consumers) {
        EncodingDetector.Decoded<C> decoded = EncodingDetector.read(source, layout.encoding(), text -> {
            C consumer = consumers.get();
            pass(text, consumer);
            return consumer;
        });
        return new Pass<>(decoded.value(), decoded.charset());
    }

    private void pass(Reader text, TableConsumer consumer) throws IOException {
        Character given = layout.separator();
        char separator = given == null ? separator(text, layout.headerRow()) : given;
        RecordHandler handler = new RecordHandler(consumer, layout.headerRow());
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
            // The parser also gives up on a cell beyond the limit: the usual reason is a quote that is never closed.
            throw new ProblemException(
                    Code.BROKEN_ROW,
                    Place.line(source.name(), handler.line()),
                    "The quotes of this row do not match, so the rows after it cannot be told apart",
                    "Double a quote within a quoted cell and close every quote");
        }
    }

    /** A tab if there is any in the header, where nobody writes one for its own sake; else the candidate that stands most often. */
    private static char separator(Reader text, int headerRow) throws IOException {
        text.mark(HEAD);
        char[] head = new char[HEAD];
        int length = 0;
        boolean quoted = false;
        boolean started = false;
        int line = 1;
        char[] candidates = {'\t', ',', ';', '|'};
        int[] counts = new int[candidates.length];
        for (int i = 0; i < HEAD; i++) {
            if (i == length) {
                int count = text.read(head, length, Math.min(2048, HEAD - length));
                if (count <= 0) {
                    break;
                }
                length += count;
            }
            char c = head[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                line++;
                if (started && line > Math.max(1, headerRow)) {
                    break;
                }
            } else if (!quoted) {
                for (int k = 0; k < candidates.length; k++) {
                    counts[k] += c == candidates[k] ? 1 : 0;
                }
            }
            started |= !Character.isWhitespace(c);
        }
        text.reset();
        if (counts[0] > 0) {
            return candidates[0];
        }
        int best = 1;
        for (int k = 2; k < candidates.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return candidates[best];
    }

    /** Picks the wanted cells out of the parser's buffer, so that the others never become strings. */
    private static final class RecordHandler extends AbstractBaseCsvCallbackHandler<Boolean> {
        private final TableConsumer consumer;
        private final int headerRow;
        private final StringPool pool = new StringPool();
        private final List<String> names = new ArrayList<>();
        private boolean @Nullable [] wanted;
        private String[] cells = new String[0];
        private boolean blank;
        private boolean textBeyond;

        RecordHandler(TableConsumer consumer, int headerRow) {
            this.consumer = consumer;
            this.headerRow = headerRow;
        }

        int line() {
            return (int) Math.min(Integer.MAX_VALUE, getStartingLineNumber());
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            blank = true;
            textBeyond = false;
            if (wanted == null) {
                names.clear();
            } else {
                cells = new String[wanted.length];
                Arrays.fill(cells, "");
            }
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            boolean hasText = false;
            for (int i = offset; i < offset + length && !hasText; i++) {
                hasText = !Character.isWhitespace(buffer[i]);
            }
            blank &= !hasText;
            if (wanted == null) {
                if (index < MOST_COLUMNS) {
                    names.add(new String(buffer, offset, length).strip());
                }
            } else if (index >= wanted.length) {
                textBeyond |= hasText;
            } else if (wanted[index]) {
                cells[index] = pool.get(buffer, offset, length);
            }
        }

        @Override
        protected Boolean buildRecord() {
            if (blank || line() < headerRow) {
                return true;
            }
            if (wanted == null) {
                wanted = consumer.header(line(), List.copyOf(names));
                return consumer.wantsRows();
            }
            if (getFieldCount() < wanted.length || textBeyond) {
                consumer.broken(line(), "The row has " + getFieldCount() + " columns, the header has " + wanted.length);
            } else {
                consumer.row(line(), cells);
            }
            return true;
        }
    }
}
