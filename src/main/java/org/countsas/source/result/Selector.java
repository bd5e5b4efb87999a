package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.item.BudgetItem;
import org.countsas.item.Magnitude;
import org.countsas.item.NaturalIds;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.source.spool.Lot;
import org.countsas.source.spool.SpooledItems;
import org.jspecify.annotations.Nullable;

/** Picks one fiscal year and stage out of a reading. */
final class Selector {
    private final Reading reading;
    /** The items, if they lie on disk. */
    private final @Nullable SpooledItems spooled;
    /** The stages of each year, and whether any amount of the stage is other than zero. */
    private final TreeMap<Integer, EnumMap<Stage, Boolean>> stages = new TreeMap<>();

    Selector(Reading reading) {
        this.reading = reading;
        this.spooled = reading.items() instanceof SpooledItems onDisk ? onDisk : null;
        if (spooled != null) {
            spooled.lots()
                    .forEach(lot -> stages.computeIfAbsent(lot.fiscalYear(), year -> new EnumMap<>(Stage.class))
                            .put(lot.stage(), lot.otherThanZero()));
        } else {
            reading.items()
                    .forEach(item -> stages.computeIfAbsent(item.fiscalYear(), year -> new EnumMap<>(Stage.class))
                            .merge(item.stage(), item.amount() != 0, Boolean::logicalOr));
        }
    }

    Selection select(@Nullable Integer wantedYear, @Nullable Stage wantedStage) {
        if (stages.isEmpty()) {
            throw nothing();
        }
        int year = wantedYear == null ? newestYear(wantedStage) : wantedYear;
        Map<Stage, Boolean> ofYear = stages.get(year);
        if (ofYear == null) {
            throw missing("There is no amount for fiscal year " + year);
        }
        Stage stage = wantedStage == null ? firstStage(ofYear) : wantedStage;
        if (!ofYear.containsKey(stage)) {
            throw missing("There is no " + stage.id() + " amount for fiscal year " + year);
        }
        Lot lot = lot(year, stage);
        return new Selection(
                year,
                wantedYear == null,
                stage,
                wantedStage == null,
                currency(lot),
                lot.items(),
                programmesWithout(lot.items()),
                leftOut(year, stage).mapToInt(LeftOutRows::rows).sum(),
                reading.rejected().stream()
                        .filter(row -> row.scope().mayInclude(year, stage))
                        .toList(),
                warnings(year, stage));
    }

    private ProblemException nothing() {
        String reason = "The input has no budget item";
        if (!reading.rejected().isEmpty()) {
            return new ProblemException(
                    Code.EMPTY_INPUT,
                    Place.NONE,
                    reason + ": all " + reading.rejected().size() + " rows were rejected",
                    "Fix the rejected rows; the first: "
                            + reading.rejected().get(0).problem().reason());
        }
        return reading.leftOut().isEmpty()
                ? new ProblemException(Code.EMPTY_INPUT, Place.NONE, reason, "Check that the right files were named")
                : new ProblemException(
                        Code.EMPTY_INPUT,
                        Place.NONE,
                        reason + ": the mapping profile leaves out every row",
                        "Check 'rows' in the profile");
    }

    /** A year that is only outlined or not yet closed has only zeros: nobody means it by "the newest". */
    private int newestYear(@Nullable Stage wantedStage) {
        Stage stage = Objects.requireNonNullElse(wantedStage, Stage.INITIAL);
        return stages.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue().getOrDefault(stage, false))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> stages.descendingMap().entrySet().stream()
                        .filter(entry -> wantedStage == null || entry.getValue().containsKey(stage))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElseThrow(() -> missing("There is no " + stage.id() + " amount"));
    }

    private static Stage firstStage(Map<Stage, Boolean> ofYear) {
        return ofYear.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> ofYear.keySet().iterator().next());
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

    private static String ranges(NavigableSet<Integer> years) {
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

    /** @throws ProblemException {@code TOO_LARGE} if its amounts cannot be added up */
    private Lot lot(int year, Stage stage) {
        Lot lot = spooled == null
                ? Lot.of(
                        year,
                        stage,
                        reading.items().stream()
                                .filter(item -> item.fiscalYear() == year && item.stage() == stage)
                                .sorted(Comparator.comparing(BudgetItem::id, NaturalIds.ORDER))
                                .toList())
                : spooled.lots().stream()
                        .filter(each -> each.fiscalYear() == year && each.stage() == stage)
                        .findFirst()
                        .orElseThrow();
        Magnitude.check(lot.magnitude());
        return lot;
    }

    private static String currency(Lot lot) {
        Set<String> currencies = lot.currencies();
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

    private int programmesWithout(List<BudgetItem> items) {
        if (spooled != null) {
            return spooled.programmes() - items.size();
        }
        Set<String> all = new HashSet<>();
        String last = null;
        for (BudgetItem item : reading.items()) {
            // The items of a programme usually follow one another.
            if (!item.id().equals(last)) {
                last = item.id();
                all.add(last);
            }
        }
        return all.size() - items.size();
    }

    private List<Problem> warnings(int year, Stage stage) {
        List<Problem> warnings = new ArrayList<>();
        boolean otherThanZero = stages.values().stream().anyMatch(ofYear -> ofYear.containsValue(true));
        if (otherThanZero && !requireNonNull(requireNonNull(stages.get(year)).get(stage))) {
            warnings.add(new Problem(
                    Code.NOT_REPORTED,
                    Place.NONE,
                    "Every " + stage.id() + " amount of fiscal year " + year
                            + " is 0: the source probably does not have them yet",
                    ""));
        }
        leftOut(year, stage).map(LeftOutRows::notice).forEach(warnings::add);
        // Money that may count twice comes before remarks about files and columns, because commands show only the first
        // few.
        for (boolean ofTotals : List.of(true, false)) {
            reading.warnings().stream()
                    .filter(warning -> warning.scope().mayInclude(year, stage))
                    .map(Warning::problem)
                    .filter(problem -> problem.code() == Code.TOTAL_ROW == ofTotals)
                    .forEach(warnings::add);
        }
        return warnings;
    }

    private Stream<LeftOutRows> leftOut(int year, Stage stage) {
        return reading.leftOut().stream().filter(rows -> rows.scope().mayInclude(year, stage));
    }
}
