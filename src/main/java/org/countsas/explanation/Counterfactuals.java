package org.countsas.explanation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Definition;
import org.countsas.explanation.Obstacles.Way;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RuleBook;

/**
 * Searches for the smallest sets of changes that flip an outcome: an item that counts would not, any other would.
 *
 * <p>Trying all sets of changes would be hopeless: a rule book of two hundred rules has a thousand possible changes, and a set may need
 * three. So sets are grown from what stands in the way. For an item that does not count, each COUNT rule contributes the smallest sets of
 * its own leaves that would make it hold; if it is then outside the definition, its adoption is added; if a REJECT defeats it, that rule's
 * absence, or the leaves that would make it not hold. For an item that counts, the decisive rule contributes the sets that make it not
 * hold, its policy being dropped is another, and so is each REJECT against it that could be made to hold. Whatever then still stands in the
 * way is treated the same way, up to {@value #LARGEST} changes.
 *
 * <p>Every set is verified by {@link ChangedDecisions}: the item's texts are actually edited and scanned again, every rule is evaluated on
 * the edited item, and the changed definition decides. A set that flips the outcome is reduced until no part of it does. So the sets
 * reported are minimal by inclusion; a minimal set that is not grown this way may be missed.
 *
 * <p>Not thread-safe.
 */
final class Counterfactuals {
    /** The most changes in a set: more would no longer answer "what would have to be different?". */
    static final int LARGEST = 3;

    private static final int MOST_ANSWERS = 10;
    private static final int MOST_DECISIONS = 3_000;

    private final Obstacles obstacles;
    private final ChangedDecisions decisions;
    private final boolean counts;

    Counterfactuals(RuleBook book, BudgetItem item, Definition definition, LocalDate asOf) {
        this.obstacles = new Obstacles(book, definition, asOf);
        this.decisions = new ChangedDecisions(book, item, definition, asOf);
        this.counts = decisions.decide(List.of()).decision().outcome() == Outcome.COUNTED;
    }

    /** At most ten sets, the smallest first, those of the same size by their changes. */
    List<Counterfactual> find() {
        Map<Integer, Map<Set<String>, Way>> bySize = new TreeMap<>();
        for (int size = 1; size <= LARGEST; size++) {
            bySize.put(size, new LinkedHashMap<>());
        }
        grow(new Way(List.of(), 0), bySize);
        Map<Set<String>, Counterfactual> found = new LinkedHashMap<>();
        Map<Set<String>, Integer> kept = new HashMap<>();
        for (int size = 1; size <= LARGEST && found.size() < MOST_ANSWERS; size++) {
            // While sets of this size are worked through, only larger ones are added: the order is safe.
            for (Way way : mostKeptFirst(requireNonNull(bySize.get(size)).values())) {
                List<Change> candidate = way.changes();
                if (decisions.size() >= MOST_DECISIONS || found.size() >= MOST_ANSWERS) {
                    break;
                }
                if (found.keySet().stream().anyMatch(ChangedDecisions.keys(candidate)::containsAll)) {
                    continue;
                }
                if (flips(candidate)) {
                    List<Change> least = reduced(candidate);
                    ChangedDecisions.State flipped = decisions.decide(least);
                    found.putIfAbsent(
                            ChangedDecisions.keys(least),
                            new Counterfactual(least, flipped.changed(), flipped.decision()));
                    kept.merge(ChangedDecisions.keys(least), way.kept(), Math::max);
                } else {
                    grow(way, bySize);
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.<Counterfactual>comparingInt(
                                each -> each.changes().size())
                        .thenComparing(
                                each -> kept.get(ChangedDecisions.keys(each.changes())), Comparator.reverseOrder())
                        .thenComparing(each -> String.join("; ", ChangedDecisions.keys(each.changes()))))
                .limit(MOST_ANSWERS)
                .toList();
    }

    /** The order in which answers of one size are reported: the search may stop as soon as it has enough of them. */
    private static List<Way> mostKeptFirst(Collection<Way> ways) {
        return ways.stream()
                .sorted(Comparator.comparingInt(Way::kept)
                        .reversed()
                        .thenComparing(way -> String.join("; ", ChangedDecisions.keys(way.changes()))))
                .toList();
    }

    private boolean flips(Collection<Change> changes) {
        return (decisions.decide(changes).decision().outcome() == Outcome.COUNTED) != counts;
    }

    /** A smallest part of the changes that still flips the outcome: no part of it does. */
    private List<Change> reduced(List<Change> changes) {
        for (int size = 1; size < changes.size(); size++) {
            for (List<Change> part : parts(changes, size)) {
                if (flips(part)) {
                    return part;
                }
            }
        }
        return changes;
    }

    static List<List<Change>> parts(List<Change> changes, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Change>> parts = new ArrayList<>();
        for (int first = 0; first <= changes.size() - size; first++) {
            for (List<Change> rest : parts(changes.subList(first + 1, changes.size()), size - 1)) {
                List<Change> part = new ArrayList<>(List.of(changes.get(first)));
                part.addAll(rest);
                parts.add(part);
            }
        }
        return parts;
    }

    /** Adds the sets that extend these changes by removing what then stands in the way. */
    private void grow(Way way, Map<Integer, Map<Set<String>, Way>> bySize) {
        ChangedDecisions.State state = decisions.decide(way.changes());
        for (Way more : counts
                ? obstacles.toStop(state)
                : obstacles.toCount(state, way.changes().isEmpty())) {
            Map<String, Change> all = new TreeMap<>();
            way.changes().forEach(change -> all.put(change.key(), change));
            more.changes().forEach(change -> all.put(change.key(), change));
            boolean grew = all.size() > way.changes().size();
            if (grew && all.size() <= LARGEST) {
                Way longer = new Way(List.copyOf(all.values()), Math.max(way.kept(), more.kept()));
                requireNonNull(bySize.get(all.size()))
                        .merge(all.keySet(), longer, (first, second) -> second.kept() > first.kept() ? second : first);
            }
        }
    }
}
