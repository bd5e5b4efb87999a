package org.countsas.source.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Puts a reading together from what the readers of the formats find. Not thread-safe. */
public final class ReadingBuilder {
    private final boolean strict;
    private final InputNames names;
    private final List<BudgetItem> items = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<ReadFile> files = new ArrayList<>();
    private final Map<String, Given> given = new HashMap<>();
    private final Map<Programme, Programme> programmes = new HashMap<>();
    private final Map<List<Object>, Repeated> warnings = new LinkedHashMap<>();

    /** The amounts of one id: few enough to look through, too many ids to have a map each. */
    private static final class Given {
        private int count;
        private int[] slots = new int[4];
        private Origin[] origins = new Origin[4];

        @Nullable
        Origin putIfAbsent(int fiscalYear, Stage stage, Origin origin) {
            int slot = fiscalYear * Stage.values().length + stage.ordinal();
            for (int i = 0; i < count; i++) {
                if (slots[i] == slot) {
                    return origins[i];
                }
            }
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, 2 * count);
                origins = Arrays.copyOf(origins, 2 * count);
            }
            slots[count] = slot;
            origins[count++] = origin;
            return null;
        }
    }

    /** A warning and how often it was given: a table with ten thousand negative amounts deserves one line. */
    private static final class Repeated {
        private final Warning first;
        private int times = 1;

        Repeated(Warning first) {
            this.first = first;
        }

        Warning summary() {
            Problem problem = first.problem();
            return times == 1
                    ? first
                    : new Warning(
                            new Problem(
                                    problem.code(),
                                    problem.place(),
                                    problem.reason() + " (the first of " + times + ")",
                                    problem.fix()),
                            first.fiscalYear(),
                            first.stage());
        }
    }

    /**
     * @param strict whether the first rejected row ends the reading
     * @param names  what the inputs are called where nobody shall know of their folders
     */
    public ReadingBuilder(boolean strict, InputNames names) {
        this.strict = strict;
        this.names = names;
    }

    /** A programme of the same content as this one, always the same instance. */
    public Programme shared(Programme programme) {
        Programme known = programmes.putIfAbsent(programme, programme);
        return known == null ? programme : known;
    }

    /**
     * Takes an item, or rejects it where another row has given its amount.
     *
     * @param column the column of the amount, as its header names it
     * @return whether the item was taken
     */
    public boolean item(BudgetItem item, Origin origin, String column) {
        Origin first = given.computeIfAbsent(item.id(), id -> new Given())
                .putIfAbsent(item.fiscalYear(), item.stage(), origin);
        if (first != null) {
            Optional<Place> other =
                    Optional.of(first.place()).filter(place -> !first.file().equals(origin.file()));
            String where = other.map(Place::toString).orElse("row " + first.row());
            reject(
                    new Problem(
                            Code.DUPLICATE_ID,
                            origin.place().field(column),
                            "Id '" + item.id() + "' has an amount for fiscal year " + item.fiscalYear() + ", "
                                    + item.stage().id() + " already, in " + where,
                            "Keep one of the two rows, or give them different ids"),
                    other,
                    origin,
                    Optional.of(item.id()),
                    OptionalInt.of(item.fiscalYear()),
                    Optional.of(item.stage()));
            return false;
        }
        items.add(item);
        if (item.amount() < 0) {
            warn(
                    new Problem(
                            Code.NEGATIVE_AMOUNT,
                            origin.place().field(column),
                            "The amount of id '" + item.id() + "' is negative (" + item.amount()
                                    + ") and lowers the total",
                            ""),
                    OptionalInt.of(item.fiscalYear()),
                    Optional.of(item.stage()),
                    origin.file());
        }
        return true;
    }

    /** @throws ProblemException the problem, if the reading is strict */
    public void reject(
            Problem problem, Origin origin, Optional<String> id, OptionalInt fiscalYear, Optional<Stage> stage) {
        reject(problem, Optional.empty(), origin, id, fiscalYear, stage);
    }

    /**
     * Rejects a row because of another.
     *
     * @param other the place with which the problem's reason ends, if it names one
     * @throws ProblemException the problem, if the reading is strict
     */
    public void reject(
            Problem problem,
            Optional<Place> other,
            Origin origin,
            Optional<String> id,
            OptionalInt fiscalYear,
            Optional<Stage> stage) {
        if (strict) {
            throw new ProblemException(List.of(problem));
        }
        rejected.add(
                new RejectedRow(problem, names.of(problem, other), origin.file(), origin.row(), id, fiscalYear, stage));
    }

    /** Warns about a whole file or its form. */
    public void warn(Code code, Place place, String reason, String fix) {
        Problem problem = new Problem(code, place, reason, fix);
        warn(problem, OptionalInt.empty(), Optional.empty(), problem);
    }

    /** Warns about amounts; warnings of one kind, fiscal year and stage are told once, with their number. */
    public void warn(Problem problem, OptionalInt fiscalYear, Optional<Stage> stage, Object kind) {
        Repeated repeated = warnings.get(List.of(problem.code(), kind, fiscalYear, stage));
        if (repeated == null) {
            warnings.put(
                    List.of(problem.code(), kind, fiscalYear, stage),
                    new Repeated(new Warning(problem, fiscalYear, stage)));
        } else {
            repeated.times++;
        }
    }

    public void file(ReadFile file) {
        files.add(file);
    }

    public boolean isEmpty() {
        return items.isEmpty() && rejected.isEmpty();
    }

    public Reading finish() {
        return new Reading(
                items,
                rejected,
                warnings.values().stream().map(Repeated::summary).toList(),
                files);
    }
}
