package org.countsas.source.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.TextDefects;
import org.jspecify.annotations.Nullable;

/** Picks the wanted cells of a text table from its parser's buffer, so that the others never become strings. Not thread-safe. */
final class RowPicker extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final int MOST_COLUMNS = 16_384;

    private final String file;
    private final TableConsumer consumer;
    private final HeaderPlace header;
    private final StringPool pool = new StringPool();
    private final List<TableTop.Line> headerRows = new ArrayList<>();
    private List<String> names = new ArrayList<>();
    private boolean @Nullable [] wanted;
    private String[] cells = new String[0];
    private boolean blank;
    private boolean textBeyond;
    private String defect = "";

    RowPicker(String file, TableConsumer consumer, HeaderPlace header) {
        this.file = file;
        this.consumer = consumer;
        this.header = header;
    }

    int line() {
        return (int) Math.min(Integer.MAX_VALUE, getStartingLineNumber());
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        blank = true;
        textBeyond = false;
        defect = "";
        if (wanted == null) {
            names = new ArrayList<>();
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
            if (TextDefects.any(buffer, offset, offset + length)) {
                defect = "The cell '" + names.get(index) + "' holds "
                        + TextDefects.first(cells[index]).orElseThrow();
            }
        }
    }

    private void refuseDefect(String name) {
        TextDefects.first(name).ifPresent(found -> {
            throw new ProblemException(
                    Code.BROKEN_ROW, Place.line(file, line()), "A column's name holds " + found, "Remove it");
        });
    }

    @Override
    protected Boolean buildRecord() {
        if (blank || line() < header.row()) {
            return true;
        }
        if (wanted == null) {
            names.forEach(this::refuseDefect);
            headerRows.add(new TableTop.Line(line(), names));
            if (headerRows.size() < header.rows()) {
                return true;
            }
            names = Headings.joined(headerRows);
            wanted = consumer.header(headerRows.get(0).row(), names);
            return consumer.wantsRows();
        }
        if (getFieldCount() < wanted.length || textBeyond) {
            consumer.broken(
                    line(),
                    "The row has " + getFieldCount() + " columns, the header has " + wanted.length,
                    "Check separators and quotes in this row");
        } else if (!defect.isEmpty()) {
            consumer.broken(line(), defect, "Remove it");
        } else {
            consumer.row(line(), cells);
        }
        return true;
    }
}
