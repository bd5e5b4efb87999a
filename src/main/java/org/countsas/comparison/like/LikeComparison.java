package org.countsas.comparison.like;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.total.ItemList;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.change.ItemChange;
import org.countsas.comparison.change.ItemComparison;
import org.countsas.definition.Adoption;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Two budgets compared on the items that both have; what only one of them has is stated beside it and never taken for a change. Sums of two
 * budgets that cover other items differ for that reason alone, so their difference says nothing about spending.
 *
 * <p>Immutable and thread-safe.
 *
 * @param first      the first budget
 * @param second     the second
 * @param all        the sums over all items
 * @param areas      the sums of what counts, by area, in the order of the second definition, then of the first; areas without items are left out
 * @param ministries the same by ministry as published, the largest change first
 * @param items      items of both that count with another sum or are decided otherwise, the largest change first
 * @param gone       what counts, or is for a person to judge, and only the first budget has, the largest first
 * @param added      the same of the second budget
 */
@API(status = API.Status.EXPERIMENTAL)
public record LikeComparison(
        LikeSide first,
        LikeSide second,
        LikePart all,
        List<LikePart> areas,
        List<LikePart> ministries,
        List<LikeItem> items,
        List<Decision> gone,
        List<Decision> added) {
    private static final LikePart EMPTY =
            new LikePart("", Coverage.NOTHING, Coverage.NOTHING, Coverage.NOTHING, Coverage.NOTHING);

    public LikeComparison {
        areas = List.copyOf(areas);
        ministries = List.copyOf(ministries);
        items = List.copyOf(items);
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /**
     * Compares two budgets.
     *
     * @throws ProblemException    {@code CURRENCIES_DIFFER} if their amounts are in different currencies
     * @throws ArithmeticException if a sum does not fit a long
     */
    public static LikeComparison of(LikeSide first, LikeSide second) {
        if (!first.currency().equals(second.currency())) {
            throw new ProblemException(
                    Code.CURRENCIES_DIFFER,
                    Place.NONE,
                    "'" + first.label() + "' has amounts in " + first.currency() + ", '" + second.label() + "' in "
                            + second.currency(),
                    "Compare budgets of one currency");
        }
        Matched matched = Matched.of(first.decisions(), second.decisions());
        List<LikeItem> items = matched.items();
        LikePart all = new LikePart(
                "",
                Coverage.of(matched.before()),
                Coverage.of(matched.after()),
                Coverage.of(matched.gone()),
                Coverage.of(matched.added()));
        Map<String, LikePart> areas = new LinkedHashMap<>();
        for (LikeSide side : List.of(second, first)) {
            side.definition().adoptions().stream().map(Adoption::policy).forEach(area -> areas.put(area, EMPTY));
        }
        matched.into(areas, decision -> decision.area().orElseThrow());
        Map<String, LikePart> ministries = new HashMap<>();
        matched.into(ministries, decision -> decision.item().programme().ministry());
        LikeComparison comparison = new LikeComparison(
                first,
                second,
                all,
                parts(areas),
                parts(ministries).stream()
                        .sorted(Comparator.<LikePart>comparingLong(
                                        part -> Math.abs(part.delta().central()))
                                .reversed()
                                .thenComparing(Comparator.<LikePart>comparingLong(
                                                part -> part.second().counted().central())
                                        .reversed())
                                .thenComparing(LikePart::key))
                        .toList(),
                items,
                counting(matched.gone()),
                counting(matched.added()));
        comparison.check();
        return comparison;
    }

    /** The decisions of two budgets: those about items of both, in the same order, and the rest. */
    private record Matched(List<Decision> before, List<Decision> after, List<Decision> gone, List<Decision> added) {
        static Matched of(List<Decision> first, List<Decision> second) {
            Map<String, Decision> left = new LinkedHashMap<>();
            second.forEach(decision -> left.put(decision.item().id(), decision));
            List<Decision> before = new ArrayList<>();
            List<Decision> after = new ArrayList<>();
            List<Decision> gone = new ArrayList<>();
            for (Decision decision : first) {
                Decision other = left.remove(decision.item().id());
                if (other == null) {
                    gone.add(decision);
                } else {
                    before.add(decision);
                    after.add(other);
                }
            }
            return new Matched(before, after, gone, new ArrayList<>(left.values()));
        }

        List<LikeItem> items() {
            List<LikeItem> items = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                Decision then = before.get(i);
                Decision now = after.get(i);
                Optional<ItemChange> change = ItemComparison.of(then, now);
                TotalDelta delta = TotalDelta.between(counted(then), counted(now));
                if (change.isPresent() || !delta.equals(TotalDelta.NOTHING)) {
                    items.add(new LikeItem(then, now, delta, change.orElse(null)));
                }
            }
            items.sort(Comparator.<LikeItem>comparingLong(
                            item -> Math.abs(item.delta().central()))
                    .reversed()
                    .thenComparing(Comparator.<LikeItem>comparingLong(
                                    item -> Math.abs(item.delta().high()))
                            .reversed())
                    .thenComparing(item -> item.after().item().id()));
            return items;
        }

        void into(Map<String, LikePart> parts, Function<Decision, String> key) {
            before.forEach(decision -> add(
                    parts,
                    key,
                    decision,
                    (part, sum) -> new LikePart(
                            part.key(), sum.apply(part.before()), part.after(), part.gone(), part.added())));
            after.forEach(decision -> add(
                    parts,
                    key,
                    decision,
                    (part, sum) -> new LikePart(
                            part.key(), part.before(), sum.apply(part.after()), part.gone(), part.added())));
            gone.forEach(decision -> add(
                    parts,
                    key,
                    decision,
                    (part, sum) -> new LikePart(
                            part.key(), part.before(), part.after(), sum.apply(part.gone()), part.added())));
            added.forEach(decision -> add(
                    parts,
                    key,
                    decision,
                    (part, sum) -> new LikePart(
                            part.key(), part.before(), part.after(), part.gone(), sum.apply(part.added()))));
        }

        private static void add(
                Map<String, LikePart> parts, Function<Decision, String> key, Decision decision, Adding adding) {
            if (decision.outcome() == Outcome.COUNTED) {
                String of = key.apply(decision);
                parts.put(of, adding.to(parts.getOrDefault(of, EMPTY), sum -> sum.plus(decision)));
            }
        }
    }

    private interface Adding {
        LikePart to(LikePart part, Function<Coverage, Coverage> sum);
    }

    private static List<LikePart> parts(Map<String, LikePart> parts) {
        return parts.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(EMPTY))
                .map(entry -> {
                    LikePart part = entry.getValue();
                    return new LikePart(entry.getKey(), part.before(), part.after(), part.gone(), part.added());
                })
                .toList();
    }

    private static List<Decision> counting(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.outcome() != Outcome.NOT_COUNTED)
                .sorted(ItemList.ORDER)
                .toList();
    }

    private static Counted counted(Decision decision) {
        return decision.outcome() == Outcome.COUNTED ? decision.counted() : Counted.NOTHING;
    }

    /** What must always hold: the items, the areas and the ministries add up to the whole. */
    private void check() {
        TotalDelta overItems = items.stream().map(LikeItem::delta).reduce(TotalDelta.NOTHING, TotalDelta::plus);
        if (!overItems.equals(all.delta())) {
            throw new IllegalStateException("the total changes by " + all.delta() + ", the items by " + overItems);
        }
        for (List<LikePart> parts : List.of(areas, ministries)) {
            Counted before = parts.stream().map(part -> part.first().counted()).reduce(Counted.NOTHING, Counted::plus);
            Counted after = parts.stream().map(part -> part.second().counted()).reduce(Counted.NOTHING, Counted::plus);
            if (!before.equals(all.first().counted())
                    || !after.equals(all.second().counted())) {
                throw new IllegalStateException("the parts sum to " + before + " and " + after + ", the whole to "
                        + all.first().counted() + " and " + all.second().counted());
            }
        }
    }

    /** The same, of whose items only some are listed, as either budget decides them; every sum is still that of all. */
    public LikeComparison listing(Predicate<Decision> wanted) {
        return new LikeComparison(
                first,
                second,
                all,
                areas,
                ministries,
                items.stream()
                        .filter(item -> wanted.test(item.before()) || wanted.test(item.after()))
                        .toList(),
                gone.stream().filter(wanted).toList(),
                added.stream().filter(wanted).toList());
    }
}
