package org.countsas.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.jspecify.annotations.Nullable;

/**
 * Items that missed rules of one policy by the same conditions.
 *
 * @param policy     the policy
 * @param missing    the conditions, as results of the first item
 * @param joinOrNull the join with listed facilities that is not met, as a result of the first item; null if none is missing
 * @param items      the items, by the order of the run, each once
 * @param amount     their whole amount, in units of the currency
 * @param yield      how much of it would count, central value; for an item that missed several rules by the same conditions, the largest
 */
@API(status = API.Status.EXPERIMENTAL)
public record NearMissGroup(
        String policy,
        List<ConditionResult> missing,
        @Nullable JoinResult joinOrNull,
        List<BudgetItem> items,
        long amount,
        long yield) {
    public NearMissGroup {
        missing = List.copyOf(missing);
        items = List.copyOf(items);
    }

    /** The join with listed facilities that is not met, as a result of the first item, if one is missing. */
    public Optional<JoinResult> join() {
        return Optional.ofNullable(joinOrNull);
    }

    /** Groups near misses of several items: the group that would count most first. An item may stand in several groups. */
    static List<NearMissGroup> of(Map<BudgetItem, List<NearMiss>> missesOfItems) {
        Map<String, List<Entry>> groups = new TreeMap<>();
        missesOfItems.forEach((item, misses) -> misses.forEach(miss ->
                groups.computeIfAbsent(key(miss), key -> new ArrayList<>()).add(new Entry(item, miss))));
        return groups.values().stream()
                .map(NearMissGroup::group)
                .sorted(Comparator.comparingLong(NearMissGroup::yield)
                        .reversed()
                        .thenComparing(NearMissGroup::policy)
                        .thenComparing(group -> texts(group.missing)))
                .toList();
    }

    private record Entry(BudgetItem item, NearMiss miss) {}

    private static NearMissGroup group(List<Entry> entries) {
        Map<String, Entry> byItem = new LinkedHashMap<>();
        entries.forEach(entry -> byItem.merge(
                entry.item().id(),
                entry,
                (first, second) -> second.miss().yield() > first.miss().yield() ? second : first));
        NearMiss first = entries.get(0).miss();
        long amount = 0;
        long yield = 0;
        for (Entry entry : byItem.values()) {
            amount = Math.addExact(amount, entry.item().amount());
            yield = Math.addExact(yield, entry.miss().yield());
        }
        return new NearMissGroup(
                first.result().rule().policy(),
                first.missing(),
                first.result().join().filter(join -> !join.met()).orElse(null),
                byItem.values().stream().map(Entry::item).toList(),
                amount,
                yield);
    }

    private static String key(NearMiss miss) {
        return miss.result().rule().policy() + "\n" + texts(miss.missing()) + "\n"
                + miss.result()
                        .join()
                        .filter(join -> !join.met())
                        .map(NearMissGroup::text)
                        .orElse("");
    }

    private static String text(JoinResult join) {
        return join.join().quantifier() + " "
                + join.join().condition().source().text().replaceAll("\\s+", " ");
    }

    private static String texts(List<ConditionResult> missing) {
        return missing.stream()
                .map(result -> (result.met() ? "!" : "")
                        + result.condition().source().text().replaceAll("\\s+", " "))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
