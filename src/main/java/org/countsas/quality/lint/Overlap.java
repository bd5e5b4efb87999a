package org.countsas.quality.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Share;

/**
 * Two policies that claim the same money under a definition: each yen counts once, in one, and would otherwise count in the other.
 *
 * <p>Immutable and thread-safe.
 *
 * @param counts    the policy in which the items count
 * @param claims    the policy in which they would count otherwise
 * @param contested the items, the largest contested amount first
 */
@API(status = API.Status.EXPERIMENTAL)
public record Overlap(String counts, String claims, List<Contested> contested) {
    public Overlap {
        contested = List.copyOf(contested);
    }

    /**
     * An item that both claim.
     *
     * @param decision what was decided about it
     * @param amount   what both would count of it, in the smallest unit: the smaller of the two central amounts
     */
    public record Contested(Decision decision, long amount) {}

    private record Pair(String counts, String claims) {}

    /**
     * What both claim, all items together.
     *
     * @throws ArithmeticException if the amounts add up to more than a long holds
     */
    public long amount() {
        return contested.stream().mapToLong(Contested::amount).reduce(0, Math::addExact);
    }

    /** The overlaps in decisions under one definition, the largest amount first. */
    public static List<Overlap> in(List<Decision> decisions) {
        Map<Pair, List<Contested>> pairs = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            if (decision.outcome() == Outcome.COUNTED) {
                for (String other : decision.alsoCountsIn()) {
                    pairs.computeIfAbsent(new Pair(decision.area().orElseThrow(), other), pair -> new ArrayList<>())
                            .add(new Contested(decision, contested(decision, other)));
                }
            }
        }
        return pairs.entrySet().stream()
                .map(entry ->
                        new Overlap(entry.getKey().counts(), entry.getKey().claims(), largestFirst(entry.getValue())))
                .sorted(Comparator.comparing(Overlap::amount, Comparator.reverseOrder())
                        .thenComparing(Overlap::counts)
                        .thenComparing(Overlap::claims))
                .toList();
    }

    private static long contested(Decision decision, String other) {
        Share claimed = decision.findings().stream()
                .filter(each -> each.finding().rule().policy().equals(other)
                        && each.finding().rule().effect() == Effect.COUNT
                        && each.standing() == Standing.SUPPORTING)
                .map(each -> each.share())
                .max(Comparator.naturalOrder())
                .orElse(Share.NOTHING);
        long here = decision.counted().central();
        long there = claimed.centralOf(decision.item().amount());
        return Math.abs(here) <= Math.abs(there) ? here : there;
    }

    private static List<Contested> largestFirst(List<Contested> items) {
        return items.stream()
                .sorted(Comparator.comparing(Contested::amount, Comparator.reverseOrder())
                        .thenComparing(each -> each.decision().item().id()))
                .toList();
    }
}
