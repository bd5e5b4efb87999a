package org.countsas.source.mapping;

import java.math.BigDecimal;
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
import org.countsas.source.profile.AmountColumns;
import org.countsas.source.profile.Profile;
import org.countsas.source.profile.RowConditions;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.table.ColumnMeaning;
import org.countsas.source.table.ColumnNames;

/** Finds, in the header of a table, the columns that a profile names. Not thread-safe. */
final class MappingByProfile {
    private final Profile profile;
    private final ColumnNames header;
    private final TableUnits units;
    private final Place place;
    private final Problems problems = new Problems();
    private final Set<Integer> used = new HashSet<>();
    private final List<String> otherUnit = new ArrayList<>();

    /** @param units what the table says of its units */
    MappingByProfile(Profile profile, ColumnNames header, TableUnits units, Place place) {
        this.profile = profile;
        this.units = units;
        this.header = header;
        this.place = place;
    }

    /**
     * What the columns mean.
     *
     * @param reading where columns that are left out are reported
     * @throws org.countsas.problem.ProblemException {@code MISSING_COLUMN} for every column that the table does not have
     */
    ColumnMapping resolve(ReadingBuilder reading) {
        Profile.Columns wanted = profile.columns();
        Map<ColumnMeaning, List<Integer>> columns = new EnumMap<>(ColumnMeaning.class);
        wanted.byMeaning()
                .forEach((meaning, names) -> columns.put(
                        meaning,
                        names.stream().map(name -> find(name, meaning.key())).toList()));
        List<Integer> apartBy =
                wanted.apartBy().stream().map(name -> find(name, "idApartBy")).toList();
        Map<String, Integer> attributes = new LinkedHashMap<>();
        wanted.attributes().forEach((key, name) -> attributes.put(key, find(name, key)));
        List<ColumnMapping.AmountColumn> amounts = new ArrayList<>();
        profile.amounts().forEach(amount -> resolve(amount, amounts));
        RowFilter rows = filter(profile.rows());
        profile.leftOut().keySet().forEach(name -> find(name, "leaveOut"));
        problems.throwIfAny();
        tellLeftOut(reading);
        if (!otherUnit.isEmpty()) {
            reading.warn(
                    Code.TABLE_FORM,
                    place,
                    "The table states another unit than profile '" + profile.name() + "' for '"
                            + String.join("', '", otherUnit) + "'; the profile is followed",
                    "Check which of them is right");
        }
        return new ColumnMapping(
                columns,
                apartBy,
                wanted.sameId(),
                attributes,
                amounts,
                profile.defaults(),
                profile.layout().numbers(),
                profile.noAmount(),
                rows);
    }

    private void resolve(AmountColumns wanted, List<ColumnMapping.AmountColumn> amounts) {
        Stage settled = wanted.stage();
        String stage = settled == null ? "" : settled.id();
        List<RowFilter.Condition> where = conditions(wanted.where(), "amounts");
        if (wanted instanceof AmountColumns.One one) {
            Integer year = one.fiscalYear();
            amounts.add(new ColumnMapping.AmountColumn(
                    find(one.column(), "amount"),
                    one.column(),
                    year == null ? "" : year.toString(),
                    stage,
                    unit(one, header.find(one.column()), one.column()),
                    where));
        } else if (wanted instanceof AmountColumns.ByYear byYear) {
            Map<Integer, Integer> columns = byYear.columns(header);
            if (columns.isEmpty()) {
                problems.add(
                        Code.MISSING_COLUMN,
                        place,
                        "No column is named '" + byYear.pattern().text() + "' with a fiscal year" + byYear.years()
                                + ", as profile '" + profile.name() + "' says",
                        "The table has: " + String.join(", ", header.names()));
            }
            columns.forEach((column, year) -> {
                used.add(column);
                amounts.add(new ColumnMapping.AmountColumn(
                        column,
                        header.names().get(column),
                        year.toString(),
                        stage,
                        unit(byYear, column, header.names().get(column)),
                        where));
            });
        }
    }

    /** What the profile says goes before what the table says. */
    private BigDecimal unit(AmountColumns amounts, int column, String name) {
        BigDecimal stated = amounts.unit();
        if (stated == null) {
            return units.of(column, name);
        }
        if (units.of(column, name).compareTo(stated) != 0
                && (units.whole() != null || units.ofColumn(column, name).isPresent())) {
            otherUnit.add(name);
        }
        return stated;
    }

    private RowFilter filter(RowConditions rows) {
        List<RowFilter.Reason> reasons = new ArrayList<>();
        rows.except()
                .forEach((name, conditions) -> reasons.add(new RowFilter.Reason(name, conditions(conditions, "rows"))));
        return new RowFilter(conditions(rows.where(), "rows"), reasons);
    }

    private List<RowFilter.Condition> conditions(List<RowConditions.Condition> conditions, String use) {
        return conditions.stream()
                .map(condition ->
                        new RowFilter.Condition(find(condition.column(), use), condition.column(), condition.test()))
                .toList();
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

    private void tellLeftOut(ReadingBuilder reading) {
        profile.leftOut()
                .forEach((column, reason) -> reading.warn(
                        Code.LEFT_OUT, place.field(column), "The column '" + column + "' is left out: " + reason, ""));
        List<String> others = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!used.contains(i) && !header.names().get(i).isEmpty()) {
                others.add(header.names().get(i));
            }
        }
        if (!others.isEmpty()) {
            reading.warn(
                    Code.LEFT_OUT,
                    place,
                    "Profile '" + profile.name() + "' does not say what these columns mean, and they are left out: "
                            + String.join(", ", others),
                    "Name them in the profile, under attributes or leaveOut");
        }
    }
}
