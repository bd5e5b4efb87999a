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
import java.util.stream.IntStream;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.source.cell.Unit;
import org.countsas.source.profile.Profile;
import org.countsas.source.profile.SameId;
import org.countsas.source.table.ColumnMeaning;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.NumberStyle;

/** Finds what the columns of a table mean from their names, if these are usual ones. Not thread-safe. */
final class MappingByName {
    /** Columns named after a stage contain its amounts. */
    private static final Map<Stage, String[]> BY_STAGE = new EnumMap<>(Map.of(
            Stage.INITIAL, new String[] {"initial", "当初予算", "当初予算額", "当初"},
            Stage.SUPPLEMENTARY, new String[] {"supplementary", "補正予算", "補正予算額", "補正"},
            Stage.REQUEST, new String[] {"request", "概算要求", "概算要求額", "要求額", "要求"},
            Stage.EXECUTED, new String[] {"executed", "執行額", "決算額", "執行"}));

    private final List<String> names;
    /** The names without the unit in brackets that some of them end in. */
    private final ColumnNames header;

    private final TableUnits units;
    private final Place place;
    private final Problems problems = new Problems();
    private final Set<Integer> used = new HashSet<>();
    private final Map<ColumnMeaning, List<Integer>> columns = new EnumMap<>(ColumnMeaning.class);
    private final List<ColumnMapping.AmountColumn> amounts;

    /** @param units what the table says of its units */
    MappingByName(ColumnNames names, TableUnits units, Place place) {
        this.names = names.names();
        this.place = place;
        this.units = units;
        List<String> bare = new ArrayList<>();
        for (String name : this.names) {
            Optional<Unit.Named> named = Unit.inName(name);
            bare.add(named.map(Unit.Named::name).orElse(name));
        }
        this.header = new ColumnNames(bare);
        this.amounts = find();
    }

    /** Whether a required column is missing. */
    boolean isIncomplete() {
        return !problems.isEmpty();
    }

    /**
     * What the columns mean.
     *
     * @throws org.countsas.problem.ProblemException {@code MISSING_COLUMN} for every required column that the table does not
     *                                               have
     */
    ColumnMapping resolve() {
        problems.throwIfAny();
        return new ColumnMapping(
                columns,
                List.of(),
                SameId.MISTAKE,
                attributes(),
                amounts,
                new Profile.Defaults(Unit.YEN, null, Stage.INITIAL),
                NumberStyle.USUAL,
                Set.of(),
                RowFilter.NONE);
    }

    private List<ColumnMapping.AmountColumn> find() {
        for (ColumnMeaning field : ColumnMeaning.values()) {
            int column = header.find(field.names());
            if (column >= 0 && used.add(column)) {
                columns.put(field, new ArrayList<>(List.of(column)));
            }
        }
        bilingual(ColumnMeaning.PURPOSE);
        bilingual(ColumnMeaning.OVERVIEW);
        List<ColumnMapping.AmountColumn> found = amounts();
        require(ColumnMeaning.ID, columns.containsKey(ColumnMeaning.ID));
        require(ColumnMeaning.NAME, columns.containsKey(ColumnMeaning.NAME));
        require(ColumnMeaning.AMOUNT, !found.isEmpty());
        require(ColumnMeaning.FISCAL_YEAR, columns.containsKey(ColumnMeaning.FISCAL_YEAR));
        return found;
    }

    /** purposeJa and purposeEn, in addition to purpose or instead of it: rules look for words in both languages. */
    private void bilingual(ColumnMeaning field) {
        for (String language : List.of("Ja", "En")) {
            int column = header.find(field.key() + language);
            if (column >= 0 && used.add(column)) {
                columns.computeIfAbsent(field, f -> new ArrayList<>()).add(column);
            }
        }
    }

    private List<ColumnMapping.AmountColumn> amounts() {
        List<Integer> amount = columns.getOrDefault(ColumnMeaning.AMOUNT, List.of());
        if (!amount.isEmpty()) {
            return List.of(new ColumnMapping.AmountColumn(
                    amount.get(0), names.get(amount.get(0)), "", "", unit(amount.get(0))));
        }
        List<ColumnMapping.AmountColumn> byStage = new ArrayList<>();
        BY_STAGE.forEach((stage, candidates) -> {
            int column = header.find(candidates);
            if (column >= 0 && used.add(column)) {
                byStage.add(new ColumnMapping.AmountColumn(column, names.get(column), "", stage.id(), unit(column)));
            }
        });
        return byStage;
    }

    private BigDecimal unit(int column) {
        return units.of(column, names.get(column));
    }

    private void require(ColumnMeaning field, boolean found) {
        if (found) {
            return;
        }
        List<String> free = IntStream.range(0, names.size())
                .filter(i -> !used.contains(i))
                .mapToObj(names::get)
                .filter(name -> !name.isEmpty())
                .toList();
        Optional<String> near = Optional.empty();
        for (String name : field.names()) {
            near = near.or(() -> Suggestion.nearest(name, free));
        }
        problems.add(
                Code.MISSING_COLUMN,
                place.field(field.key()),
                "The column '" + field.key() + "' is missing",
                near.map(other -> Suggestion.question(other) + " Rename it, or write a mapping profile")
                        .orElse("Add it, or write a mapping profile; the table has: " + String.join(", ", names)));
    }

    /** What belongs to no field is kept, under the table's name for it. */
    private Map<String, Integer> attributes() {
        Map<String, Integer> attributes = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!used.contains(i)) {
                String key = names.get(i).isEmpty() ? "column " + (i + 1) : names.get(i);
                attributes.put(attributes.containsKey(key) ? key + " " + (i + 1) : key, i);
            }
        }
        return attributes;
    }
}
