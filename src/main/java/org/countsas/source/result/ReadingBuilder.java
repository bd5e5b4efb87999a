package org.countsas.source.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.source.spool.ItemSpool;
import org.jspecify.annotations.Nullable;

/** Builds a reading out of what the readers of the formats find. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class ReadingBuilder {
    private final boolean strict;
    private final InputNames names;
    private final ItemSpool items;
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<LeftOutRows> leftOut = new ArrayList<>();
    private final List<ReadFile> files = new ArrayList<>();
    private final List<SectionFunding> sections = new ArrayList<>();
    private final FirstRows firstRows = new FirstRows();
    /** Null once there are too many to keep. */
    private @Nullable Map<Programme, Programme> programmes = new HashMap<>();

    private final Map<List<Object>, Repeated> warnings = new LinkedHashMap<>();

    /** A warning and how often it was given: a table with ten thousand negative amounts deserves only one line. */
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
                            first.scope());
        }
    }

    /**
     * @param strict whether the first rejected row ends the reading
     * @param names  what the inputs are called where their folders must not appear
     * @param mostCharacters how many characters of the items' texts are kept in memory; with more, items wait on disk
     */
    public ReadingBuilder(boolean strict, InputNames names, long mostCharacters) {
        this.strict = strict;
        this.names = names;
        this.items = new ItemSpool(mostCharacters);
    }

    /** A programme with the same content as this one: the same instance, as long as all of them fit in memory. */
    public Programme shared(Programme programme) {
        if (programmes == null) {
            return programme;
        }
        Programme known = programmes.putIfAbsent(programme, programme);
        return known == null ? programme : known;
    }

    /**
     * Takes an item, or rejects it if another row has already given its amount.
     *
     * @param column the column of the amount, as its header names it
     * @return whether the item was taken
     */
    public boolean item(BudgetItem item, Origin origin, String column) {
        Origin first = firstRows.putIfAbsent(item.id(), item.fiscalYear(), item.stage(), origin);
        if (first != null) {
            rejectRepeat(item, origin, column, first);
            return false;
        }
        if (items.add(item)) {
            programmes = null;
            firstRows.digest();
        }
        if (item.amount() < 0) {
            warn(
                    new Problem(
                            Code.NEGATIVE_AMOUNT,
                            origin.place().field(column),
                            "The amount of id '" + item.id() + "' is negative (" + item.amount()
                                    + ") and lowers the total",
                            ""),
                    Scope.of(item.fiscalYear(), item.stage()),
                    origin.file());
        }
        return true;
    }

    private void rejectRepeat(BudgetItem item, Origin origin, String column, Origin first) {
        boolean sameFile = first.file().equals(origin.file());
        Problem problem = new Problem(
                Code.DUPLICATE_ID,
                origin.place().field(column),
                "Id '" + item.id() + "' already has an amount for fiscal year " + item.fiscalYear() + ", "
                        + item.stage().id() + ", in "
                        + (sameFile ? "row " + first.row() : first.place().toString()),
                "Keep one of the two rows, or give them different ids");
        Scope scope = new Scope(item.id(), item.fiscalYear(), item.stage());
        if (sameFile) {
            reject(problem, origin, scope);
        } else {
            rejectFor(first.place(), problem, origin, scope);
        }
    }

    /**
     * Rejects a row.
     *
     * @param scope the amount that it would have given, as far as it is known
     * @throws ProblemException the problem, if the reading is strict
     */
    public void reject(Problem problem, Origin origin, Scope scope) {
        reject(problem, names.of(problem), origin, scope);
    }

    /**
     * Rejects a row because of another one.
     *
     * @param other where the other row is
     * @param problem what is wrong; its reason ends with that place
     * @param scope   the amount that the row would have given, as far as it is known
     * @throws ProblemException the problem, if the reading is strict
     */
    public void rejectFor(Place other, Problem problem, Origin origin, Scope scope) {
        reject(problem, names.of(problem, other), origin, scope);
    }

    private void reject(Problem problem, Problem forRecord, Origin origin, Scope scope) {
        if (strict) {
            throw new ProblemException(List.of(problem));
        }
        rejected.add(new RejectedRow(problem, forRecord, origin, scope));
    }

    /** Notes rows that a mapping profile leaves out. */
    public void leaveOut(LeftOutRows rows) {
        leftOut.add(rows);
    }

    /** Warns about a whole file or its form. */
    public void warn(Code code, Place place, String reason, String fix) {
        Problem problem = new Problem(code, place, reason, fix);
        warn(problem, Scope.EVERYTHING, problem);
    }

    /**
     * Warns about amounts. Warnings of the same code, scope and kind are reported once, with their number.
     *
     * @param kind what such warnings have in common, such as their file
     */
    public void warn(Problem problem, Scope scope, Object kind) {
        List<Object> same = List.of(problem.code(), kind, scope);
        Repeated repeated = warnings.get(same);
        if (repeated == null) {
            warnings.put(same, new Repeated(new Warning(problem, scope)));
        } else {
            repeated.times++;
        }
    }

    /** Notes an amount that a programme has from a section of the statutory budget. */
    public void section(SectionFunding funding) {
        sections.add(funding);
    }

    /** Notes a file that was found. */
    public void file(ReadFile file) {
        files.add(file);
    }

    /** Whether no row was met at all, not even one left out. */
    public boolean isEmpty() {
        return items.isEmpty() && rejected.isEmpty() && leftOut.isEmpty();
    }

    /** The reading from what has been noted so far. */
    public Reading build() {
        return new Reading(
                items.items(firstRows.ids()),
                rejected,
                leftOut,
                warnings.values().stream().map(Repeated::summary).toList(),
                files,
                sections);
    }
}
