package org.countsas.source.mapping;

import java.util.Optional;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.format.FormatReader;
import org.countsas.source.format.InputFile;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.profile.Profile;
import org.countsas.source.profile.Profiles;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUseCounter;
import org.countsas.source.table.ColumnNames;
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
        Table.Pass<TableRows> pass = table.read(() -> new TableRows(table.name()));
        TableRows rows = pass.consumer();
        ColumnNames header = form.header();
        UnitFinder unitFinder = new UnitFinder(form, reading);
        TableUnits units = unitFinder.find(rows);
        MappingByName byName = new MappingByName(header, units, place);
        Optional<Profile> profile = Optional.ofNullable(context.profile())
                .or(() -> byName.isIncomplete() ? Profiles.fitting(header) : Optional.empty());
        ColumnMapping mapping = profile.isPresent()
                ? new MappingByProfile(profile.get(), header, units, place).resolve(reading)
                : byName.resolve();
        unitFinder.report(units, mapping);
        String profileName = profile.map(Profile::name).orElse(null);
        RowUseCounter uses = new RowUseCounter(table.name(), format(file), pass.charset(), profileName);
        new RowMapper(reading, header.names(), mapping, profileName).read(rows, uses);
        if (rows.rows().isEmpty()) {
            reading.warn(Code.EMPTY_INPUT, place, "The table has a header and no rows", "");
        }
        reading.file(uses.finish(rows.rows().size()));
    }

    private static String format(InputFile file) {
        return file.isWorkbook() ? "xlsx" : file.isJsonDocument() ? "json" : "delimited-text";
    }
}
