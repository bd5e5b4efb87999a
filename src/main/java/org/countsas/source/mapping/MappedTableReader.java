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
        Table table = file.table();
        ColumnNames header = file.header();
        Place place = Place.file(table.name());
        if (header.size() == 0) {
            throw new ProblemException(
                    Code.EMPTY_INPUT, place, "The table has no header and no rows", "Check that it is the right one");
        }
        ReadingBuilder reading = context.reading();
        MappingByName byName = new MappingByName(header, place);
        Optional<Profile> profile = Optional.ofNullable(context.profile())
                .or(() -> byName.isIncomplete() ? Profiles.fitting(header) : Optional.empty());
        ColumnMapping mapping = profile.isPresent()
                ? new MappingByProfile(profile.get(), header, place).resolve(reading)
                : byName.resolve();
        String profileName = profile.map(Profile::name).orElse(null);
        Table settled = table.settled();
        RowMapper mapper = new RowMapper(reading, header.names(), mapping, profileName);
        Table.Pass<TableRows> pass = mapper.read(settled);
        int rows = pass.consumer().rows();
        RowUseCounter uses = new RowUseCounter(table.name(), format(file), pass.charset(), profileName);
        mapper.uses().forEach(uses::count);
        if (rows == 0) {
            reading.warn(Code.EMPTY_INPUT, place, "The table has a header and no rows", "");
        }
        reading.file(uses.finish(rows));
    }

    private static String format(InputFile file) {
        return file.isWorkbook() ? "xlsx" : file.isJsonDocument() ? "json" : "delimited-text";
    }
}
