package org.countsas.source.mapping;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicReference;
import org.countsas.concurrent.Handover;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUseCounter;
import org.countsas.source.table.Table;

/**
 * Reads one table after another: with the profile that the user names, by the names of its columns, or with the shipped profile that fits
 * them. Not thread-safe.
 */
final class MappedTableReader implements FormatReader {
    private final ReadingContext context;

    MappedTableReader(ReadingContext context) {
        this.context = context;
    }

    @Override
    public void read(InputFile file) {
        file.tables().forEach(table -> read(file, table));
    }

    private void read(InputFile file, Table found) {
        ReadingBuilder reading = context.reading();
        TableForm form = new FormFinder(context.profile(), reading).find(found);
        Table table = form.table();
        Place place = Place.file(table.name());
        if (form.header().size() == 0) {
            throw new ProblemException(
                    Code.EMPTY_INPUT, place, "The table has no header and no rows", "Check that it is the right one");
        }
        MappedRows rows = new MappedRows(context, form);
        AtomicReference<Table.Pass<TableRows>> pass = new AtomicReference<>();
        Table settled = table.settled();
        Handover.<TableRows.Row>run(
                each -> pass.set(settled.read(() -> new TableRows(table.name(), each))), rows::take);
        RowMapper mapper = rows.finish();
        RowUseCounter uses = new RowUseCounter(
                table.name(), format(file), requireNonNull(pass.get()).charset(), rows.profile());
        mapper.uses().forEach(uses::count);
        if (mapper.rows() == 0) {
            reading.warn(Code.EMPTY_INPUT, place, "The table has a header and no rows", "");
        }
        reading.file(uses.finish(mapper.rows()));
    }

    private static String format(InputFile file) {
        return file.isWorkbook() ? "xlsx" : file.isJsonDocument() ? "json" : "delimited-text";
    }
}
