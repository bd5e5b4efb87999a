package org.countsas.source.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.table.ColumnNames;

/** Finds the columns that a profile names in the header of a table. Not thread-safe. */
public final class ProfileMapping {
    private final Profile profile;
    private final ColumnNames header;
    private final Place place;
    private final Problems problems = new Problems();
    private final Set<Integer> used = new HashSet<>();

    public ProfileMapping(Profile profile, ColumnNames header, Place place) {
        this.profile = profile;
        this.header = header;
        this.place = place;
    }

    /**
     * @throws org.countsas.problem.ProblemException {@code MISSING_COLUMN} for every column that the table does not have
     */
    public Mapping resolve(ReadingBuilder assembly) {
        Map<TableField, List<Integer>> columns = new EnumMap<>(TableField.class);
        profile.columns()
                .forEach((field, names) -> columns.put(
                        field,
                        names.stream().map(name -> find(name, field.key())).toList()));
        List<Integer> apartBy =
                profile.apartBy().stream().map(name -> find(name, "idApartBy")).toList();
        Map<String, Integer> attributes = new LinkedHashMap<>();
        profile.attributes().forEach((key, name) -> attributes.put(key, find(name, key)));
        List<Mapping.AmountColumn> amounts = new ArrayList<>();
        profile.amounts().forEach(amount -> resolve(amount, amounts));
        profile.leftOut().keySet().forEach(name -> find(name, "leaveOut"));
        problems.throwIfAny();
        tellLeftOut(assembly);
        return new Mapping(
                columns,
                apartBy,
                attributes,
                amounts,
                profile.currency(),
                profile.fiscalYear(),
                profile.stage().id(),
                profile.noAmount());
    }

    private void resolve(Profile.Amounts amount, List<Mapping.AmountColumn> amounts) {
        String stage = amount.stage().map(Stage::id).orElse("");
        if (amount.column().isPresent()) {
            String year = amount.fiscalYear().isPresent()
                    ? String.valueOf(amount.fiscalYear().getAsInt())
                    : "";
            amounts.add(new Mapping.AmountColumn(
                    find(amount.column().get(), "amount"), amount.column().get(), year, stage, amount.unit()));
            return;
        }
        List<Integer> columns = Profile.yearColumns(header, amount);
        if (columns.isEmpty()) {
            problems.add(
                    Code.MISSING_COLUMN,
                    place,
                    "No column is named by a fiscal year from " + amount.from() + " to " + amount.to()
                            + ", as profile '" + profile.name() + "' says",
                    "The table has: " + String.join(", ", header.names()));
        }
        for (int column : columns) {
            used.add(column);
            String name = header.names().get(column);
            amounts.add(new Mapping.AmountColumn(
                    column, name, String.valueOf(FiscalYear.parse(name).orElseThrow()), stage, amount.unit()));
        }
    }

    private int find(String name, String use) {
        int column = header.find(name);
        if (column < 0) {
            Optional<String> near = Suggestion.nearest(name, header.names());
            problems.add(
                    Code.MISSING_COLUMN,
                    place.field(name),
                    "The column '" + name + "' is missing, which profile '" + profile.name() + "' reads as '" + use
                            + "'",
                    near.map(Suggestion::question).orElse("The table has: " + String.join(", ", header.names())));
        }
        used.add(column);
        return column;
    }

    private void tellLeftOut(ReadingBuilder assembly) {
        profile.leftOut()
                .forEach((column, reason) -> assembly.warn(
                        Code.LEFT_OUT, place.field(column), "The column '" + column + "' is left out: " + reason, ""));
        List<String> others = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!used.contains(i) && !header.names().get(i).isEmpty()) {
                others.add(header.names().get(i));
            }
        }
        if (!others.isEmpty()) {
            assembly.warn(
                    Code.LEFT_OUT,
                    place,
                    "Profile '" + profile.name() + "' does not say what these columns mean, and they are left out: "
                            + String.join(", ", others),
                    "Name them in the profile, under attributes or leaveOut");
        }
    }
}
