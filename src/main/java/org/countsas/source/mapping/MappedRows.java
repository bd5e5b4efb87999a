package org.countsas.source.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.problem.Place;
import org.countsas.source.format.ReadingContext;
import org.countsas.source.profile.Profile;
import org.countsas.source.profile.Profiles;
import org.countsas.source.table.ColumnNames;
import org.jspecify.annotations.Nullable;

/** Maps the rows of a table one after another. What the columns mean is settled at the first row, which may state units. Not thread-safe. */
final class MappedRows {
    private final ReadingContext context;
    private final TableForm form;
    private @Nullable RowMapper mapper;
    private @Nullable String profile;

    MappedRows(ReadingContext context, TableForm form) {
        this.context = context;
        this.form = form;
    }

    /** @throws org.countsas.problem.ProblemException if the columns cannot be mapped */
    void take(TableRows.Row row) {
        if (mapper != null) {
            mapper.take(row);
            return;
        }
        List<TableRows.Row> first = new ArrayList<>(List.of(row));
        RowMapper begun = begin(first);
        first.forEach(begun::take);
    }

    /**
     * Reports on all rows.
     *
     * @return what mapped them
     * @throws org.countsas.problem.ProblemException if the columns cannot be mapped
     */
    RowMapper finish() {
        RowMapper all = mapper == null ? begin(new ArrayList<>()) : mapper;
        all.finish();
        return all;
    }

    /** The name of the profile from which the mapping was made; null if it was made without one. */
    @Nullable
    String profile() {
        return profile;
    }

    private RowMapper begin(List<TableRows.Row> first) {
        Place place = Place.file(form.table().name());
        ColumnNames header = form.header();
        UnitFinder unitFinder = new UnitFinder(form, context.reading());
        TableUnits units = unitFinder.find(first);
        MappingByName byName = new MappingByName(header, units, place);
        Optional<Profile> found = Optional.ofNullable(context.profile())
                .or(() -> byName.isIncomplete() ? Profiles.fitting(header) : Optional.empty());
        ColumnMapping mapping = found.isPresent()
                ? new MappingByProfile(found.get(), header, units, place).resolve(context.reading())
                : byName.resolve();
        unitFinder.report(units, mapping);
        profile = found.map(Profile::name).orElse(null);
        mapper = new RowMapper(context.reading(), header.names(), mapping, profile);
        return requireNonNull(mapper);
    }
}
