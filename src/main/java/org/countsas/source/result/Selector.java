package org.countsas.source.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;

/** Picks one fiscal year and stage out of a reading. */
final class Selector {
    private final Reading reading;
    /** The stages of each year, and whether any amount of it is other than zero. */
    private final TreeMap<Integer, TreeMap<Stage, Boolean>> stages = new TreeMap<>();

    Selector(Reading reading) {
        this.reading = reading;
        Map<Integer, boolean[]> seen = new HashMap<>();
        Stage[] values = Stage.values();
        for (BudgetItem item : reading.items()) {
            boolean[] ofYear = seen.computeIfAbsent(item.fiscalYear(), year -> new boolean[2 * values.length]);
            ofYear[item.stage().ordinal()] = true;
            ofYear[values.length + item.stage().ordinal()] |= item.amount() != 0;
        }
        seen.forEach((year, ofYear) -> {
            for (Stage stage : values) {
                if (ofYear[stage.ordinal()]) {
                    stages.computeIfAbsent(year, y -> new TreeMap<>())
                            .put(stage, ofYear[values.length + stage.ordinal()]);
                }
            }
        });
    }

    Selection select(OptionalInt wantedYear, Optional<Stage> wantedStage) {
        if (stages.isEmpty()) {
            throw new ProblemException(
                    Code.EMPTY_INPUT,
                    Place.NONE,
                    "The input has no budget item"
                            + (reading.rejected().isEmpty()
                                    ? ""
                                    : ": all " + reading.rejected().size() + " rows were rejected"),
                    reading.rejected().isEmpty()
                            ? "Check that the right files were named"
                            : "Mend the rejected rows; the first: "
                                    + reading.rejected().get(0).problem().reason());
        }
        int year = wantedYear.orElseGet(() -> newestYear(wantedStage));
        TreeMap<Stage, Boolean> ofYear = stages.get(year);
        if (ofYear == null) {
            throw missing("There is no amount for fiscal year " + year);
        }
        Stage stage = wantedStage.orElseGet(() -> firstStage(ofYear));
        if (!ofYear.containsKey(stage)) {
            throw missing("There is no " + stage.id() + " amount for fiscal year " + year);
        }
        List<BudgetItem> items = new ArrayList<>();
        for (BudgetItem item : reading.items()) {
            if (item.fiscalYear() == year && item.stage() == stage) {
                items.add(item);
            }
        }
        items.sort((a, b) -> NaturalIds.ORDER.compare(a.id(), b.id()));
        return new Selection(
                year,
                wantedYear.isEmpty(),
                stage,
                wantedStage.isEmpty(),
                currency(items),
                items,
                without(items),
                reading.rejected().stream()
                        .filter(row -> row.mayConcern(year, stage))
                        .toList(),
                warnings(year, stage));
    }

    /** An outline of later years, or a year that is not closed, is all zeros: it is not what a person means by newest. */
    private int newestYear(Optional<Stage> wantedStage) {
        Stage stage = wantedStage.orElse(Stage.INITIAL);
        return stages.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue().getOrDefault(stage, false))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> stages.descendingMap().entrySet().stream()
                        .filter(entry ->
                                wantedStage.isEmpty() || entry.getValue().containsKey(stage))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElseThrow(() -> missing("There is no " + stage.id() + " amount"));
    }

    private static Stage firstStage(TreeMap<Stage, Boolean> ofYear) {
        return ofYear.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(ofYear::firstKey);
    }

    private ProblemException missing(String reason) {
        TreeMap<Stage, TreeSet<Integer>> years = new TreeMap<>();
        stages.forEach((year, ofYear) -> ofYear.keySet()
                .forEach(stage ->
                        years.computeIfAbsent(stage, s -> new TreeSet<>()).add(year)));
        String known = years.entrySet().stream()
                .map(entry -> entry.getKey().id() + " " + ranges(entry.getValue()))
                .collect(Collectors.joining("; "));
        return new ProblemException(Code.NO_SUCH_YEAR, Place.NONE, reason, "There are: " + known);
    }

    private static String ranges(TreeSet<Integer> years) {
        StringBuilder text = new StringBuilder();
        for (Integer first = years.first(); first != null; ) {
            int last = first;
            while (years.contains(last + 1)) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(first).append(last > first ? "–" + last : "");
            first = years.higher(last);
        }
        return text.toString();
    }

    private static String currency(List<BudgetItem> items) {
        Set<String> currencies =
                items.stream().map(BudgetItem::currency).collect(Collectors.toCollection(TreeSet::new));
        if (currencies.size() > 1) {
            throw new ProblemException(
                    Code.MIXED_CURRENCIES,
                    Place.NONE,
                    "The amounts are in several currencies (" + String.join(", ", currencies)
                            + ") and cannot be added up",
                    "Read the inputs of one currency at a time");
        }
        return currencies.iterator().next();
    }

    private int without(List<BudgetItem> items) {
        Set<String> all = new HashSet<>();
        Programme last = null;
        for (BudgetItem item : reading.items()) {
            // The items of a programme mostly follow one another.
            if (item.programme() != last) {
                last = item.programme();
                all.add(last.id());
            }
        }
        return all.size() - items.size();
    }

    private List<Problem> warnings(int year, Stage stage) {
        List<Problem> warnings = new ArrayList<>();
        boolean otherThanZero = stages.values().stream().anyMatch(ofYear -> ofYear.containsValue(true));
        if (otherThanZero && !stages.get(year).get(stage)) {
            warnings.add(new Problem(
                    Code.NOT_REPORTED,
                    Place.NONE,
                    "Every " + stage.id() + " amount of fiscal year " + year
                            + " is 0: the source probably does not have them yet",
                    ""));
        }
        reading.warnings().stream()
                .filter(warning -> warning.concerns(year, stage))
                .map(Warning::problem)
                .forEach(warnings::add);
        return warnings;
    }
}
