package org.countsas.comparison.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.game.BoundedGame;
import org.countsas.comparison.game.CooperativeGame;
import org.countsas.comparison.partition.EquivalenceClass;
import org.countsas.comparison.partition.ItemPartition;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;

/**
 * The totals of all subsets of added policies as set functions, without adjudicating each subset.
 *
 * <p>What counts of an item depends on a subset only through the policies that say something of it, be it COUNT, REJECT or REVIEW: mostly one
 * or two. For every group of items with the same findings the adjudicator decides all combinations of these few policies; the Möbius
 * transform of the outcomes gives the group's dividends, and dividends add up over groups. Nothing is assumed of how policies interact,
 * so strengths, scopes, reviews, priorities and shares are all as the adjudicator has them, and the sums are exact.
 *
 * <p>All subsets but the empty one take the order that the definition with all policies has. The empty one is the base itself, whose
 * order may be another; what that makes is the value that stands apart.
 */
final class ScenarioGame {
    private final Definition base;
    private final Definition full;
    private final List<String> policies;

    /**
     * @param base     the definition that the policies are added to
     * @param full     the definition with all of them
     * @param policies the ids of those that are added
     */
    ScenarioGame(Definition base, Definition full, List<String> policies) {
        this.base = base;
        this.full = full;
        this.policies = policies;
    }

    BoundedGame of(ItemPartition signatures) {
        List<Map<Integer, Long>> dividends = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Map<Integer, ItemPartition.Prepared> prepared = new HashMap<>();
        for (EquivalenceClass group : signatures.groups()) {
            add(group, dividends, set -> prepared.computeIfAbsent(set, key -> signatures.prepare(definition(key))));
        }
        Counted ordered = signatures.total(definition(0));
        Counted plain = signatures.total(base);
        return new BoundedGame(
                function(dividends.get(0), plain, ordered, Counted::low),
                function(dividends.get(1), plain, ordered, Counted::central),
                function(dividends.get(2), plain, ordered, Counted::high));
    }

    private CooperativeGame function(
            Map<Integer, Long> dividends, Counted plain, Counted ordered, ToLongFunction<Counted> bound) {
        return CooperativeGame.ofDividends(
                policies.size(), dividends, Math.subtractExact(bound.applyAsLong(plain), bound.applyAsLong(ordered)));
    }

    private void add(
            EquivalenceClass group,
            List<Map<Integer, Long>> dividends,
            IntFunction<ItemPartition.Prepared> definitions) {
        List<Integer> concerned = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            if (group.concerns(policies.get(i))) {
                concerned.add(i);
            }
        }
        int[] masks = new int[1 << concerned.size()];
        long[][] values = new long[3][masks.length];
        for (int subset = 0; subset < masks.length; subset++) {
            for (int i = 0; i < concerned.size(); i++) {
                masks[subset] |= (subset >> i & 1) << concerned.get(i);
            }
            Counted counted = group.counted(definitions.apply(masks[subset]));
            values[0][subset] = counted.low();
            values[1][subset] = counted.central();
            values[2][subset] = counted.high();
        }
        for (int bound = 0; bound < 3; bound++) {
            long[] transformed = CooperativeGame.dividends(values[bound]);
            for (int subset = 0; subset < masks.length; subset++) {
                if (transformed[subset] != 0) {
                    dividends.get(bound).merge(masks[subset], transformed[subset], Math::addExact);
                }
            }
        }
    }

    /** The definition of a subset, in the order of the definition with all policies. */
    Definition definition(int set) {
        Set<String> left = new HashSet<>();
        for (int i = 0; i < policies.size(); i++) {
            if ((set >> i & 1) == 0) {
                left.add(policies.get(i));
            }
        }
        List<Adoption> adoptions = full.adoptions().stream()
                .filter(adoption -> !left.contains(adoption.policy()))
                .toList();
        return full.with(adoptions);
    }
}
