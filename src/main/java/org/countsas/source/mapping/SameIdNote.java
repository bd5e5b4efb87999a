package org.countsas.source.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.source.profile.SameId;
import org.countsas.source.result.ReadingBuilder;

/** Notes which rows of a table have the same id, to say what the mapping profile makes of them. Not thread-safe. */
final class SameIdNote {
    private static final int MOST_SHOWN = 10;

    private final SameId sameId;
    private final Map<String, List<Integer>> rows = new LinkedHashMap<>();
    private final NavigableSet<Integer> differing = new TreeSet<>();
    private Place first = Place.NONE;

    SameIdNote(SameId sameId) {
        this.sameId = sameId;
    }

    /** Notes rows with one id, in the order of the table. */
    void add(String id, List<TableRows.Row.Whole> same, ProgrammeMapper programmes) {
        if (rows.isEmpty()) {
            first = same.get(0).origin().place();
        }
        List<Integer> numbers = rows.computeIfAbsent(id, key -> new ArrayList<>());
        same.stream()
                .map(row -> row.origin().row())
                .filter(row -> !numbers.contains(row))
                .forEach(numbers::add);
        if (sameId == SameId.SUM) {
            differing.addAll(programmes.differing(
                    same.stream().map(TableRows.Row.Whole::cells).toList()));
        }
    }

    /**
     * Says what was noted.
     *
     * @param profile the profile's name
     * @param names   the names of the columns
     */
    void report(ReadingBuilder reading, String profile, List<String> names) {
        if (rows.isEmpty()) {
            return;
        }
        int count = rows.values().stream().mapToInt(List::size).sum();
        String which = rows.entrySet().stream()
                        .limit(MOST_SHOWN)
                        .map(entry -> "'" + entry.getKey() + "' (rows "
                                + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + ")")
                        .collect(Collectors.joining(", "))
                + (rows.size() > MOST_SHOWN ? " and " + (rows.size() - MOST_SHOWN) + " more" : "");
        String joined = differing.isEmpty()
                ? ""
                : ". What they say differently is joined: "
                        + differing.stream().map(names::get).collect(Collectors.joining(", "));
        boolean sum = sameId == SameId.SUM;
        reading.warn(
                Code.SAME_ID,
                first,
                "Profile '" + profile + "' "
                        + (sum
                                ? "adds up " + count + " rows as parts of " + counted("item") + ": "
                                : "numbers " + count + " rows that share " + counted("id") + ", by their order: ")
                        + which + joined,
                sum
                        ? "If they are different items, add a column to the id"
                        : "Rows in another order get other numbers; add a column to the id if one tells them apart");
    }

    private String counted(String noun) {
        return rows.size() + " " + noun + (rows.size() == 1 ? "" : "s");
    }
}
