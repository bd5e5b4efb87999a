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
 * Computes the totals of all combinations of added policies as a game, without adjudicating each combination.
 *
 * <p>What counts of an item depends on a combination only through the policies whose rules hold for it, whether COUNT, REJECT or REVIEW:
 * mostly one or two. For every {@linkplain EquivalenceClass equivalence class} of items the adjudicator decides all combinations of these
 * few policies. The Möbius transform of the outcomes gives the dividends of the class, and dividends add up over classes. Nothing is
 * assumed about how policies interact, so strengths, scopes, reviews, priorities and shares have their full effect, and the sums are exact.
 *
 * <p>All combinations but the empty one take the order of the definition with all policies. The empty one is the base itself, whose order may
 * differ; the difference is the surplus of the empty coalition.
 */
final class ScenarioGame {
    private final Definition base;
    private final Definition full;
    private final List<String> policies;

    /**
     * @param base     the definition to which the policies are added
     * @param full     the definition with all of them
     * @param policies the ids of those that are added
     */
    ScenarioGame(Definition base, Definition full, List<String> policies) {
        this.base = base;
        this.full = full;
        this.policies = policies;
    }

    BoundedGame of(ItemPartition partition) {
        List<Map<Integer, Long>> dividends = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Map<Integer, ItemPartition.EncodedDefinition> encoded = new HashMap<>();
        for (EquivalenceClass each : partition.classes()) {
            add(each, dividends, set -> encoded.computeIfAbsent(set, key -> partition.encode(definition(key))));
        }
        Counted ordered = partition.total(definition(0));
        Counted plain = partition.total(base);
        return new BoundedGame(
                game(dividends.get(0), plain, ordered, Counted::low),
                game(dividends.get(1), plain, ordered, Counted::central),
                game(dividends.get(2), plain, ordered, Counted::high));
    }

    private CooperativeGame game(
            Map<Integer, Long> dividends, Counted plain, Counted ordered, ToLongFunction<Counted> bound) {
        return CooperativeGame.ofDividends(
                policies.size(), dividends, Math.subtractExact(bound.applyAsLong(plain), bound.applyAsLong(ordered)));
    }

    private void add(
            EquivalenceClass items,
            List<Map<Integer, Long>> dividends,
            IntFunction<ItemPartition.EncodedDefinition> definitions) {
        List<Integer> concerning = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            if (items.concerns(policies.get(i))) {
                concerning.add(i);
            }
        }
        int[] masks = new int[1 << concerning.size()];
        long[][] values = new long[3][masks.length];
        for (int subset = 0; subset < masks.length; subset++) {
            for (int i = 0; i < concerning.size(); i++) {
                masks[subset] |= (subset >> i & 1) << concerning.get(i);
            }
            Counted counted = items.counted(definitions.apply(masks[subset]));
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

    /** The definition of a combination, in the order of the definition with all policies. */
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
