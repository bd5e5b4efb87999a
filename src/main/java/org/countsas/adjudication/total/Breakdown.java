package org.countsas.adjudication.total;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;

/** Sums decisions by outcome, area and ministry, one decision after another. Keeps only the sums. Not thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class Breakdown {
    private final List<String> areas;
    private final Map<Key, Part> parts = new HashMap<>();

    private record Key(Outcome outcome, String area, String ministry) {}

    /**
     * The sum of the decisions with one outcome, of one ministry in one area.
     *
     * @param outcome  what is decided
     * @param block    the block's id; empty unless COUNTED
     * @param area     the area's id; for REVIEW the one in question; empty for NOT_COUNTED
     * @param ministry the ministry as published
     * @param items    how many items, each once
     * @param amount   their whole amount, in units of the currency
     * @param counted  the part of it that counts; for REVIEW only the upper bound
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Part(
            Outcome outcome, String block, String area, String ministry, int items, long amount, Counted counted) {
        private Part plus(Decision decision) {
            return new Part(
                    outcome,
                    block,
                    area,
                    ministry,
                    items + 1,
                    Math.addExact(amount, decision.item().amount()),
                    counted.plus(decision.counted()));
        }
    }

    /** @param definition under which the items are decided */
    public Breakdown(Definition definition) {
        this.areas = definition.adoptions().stream().map(Adoption::policy).toList();
    }

    /**
     * Adds a decision.
     *
     * @throws ArithmeticException if a sum does not fit a long
     */
    public void add(Decision decision) {
        String area = decision.area().orElse("");
        String ministry = decision.item().programme().ministry();
        Key key = new Key(decision.outcome(), area, ministry);
        Part part = parts.getOrDefault(
                key, new Part(decision.outcome(), decision.block().orElse(""), area, ministry, 0, 0, Counted.NOTHING));
        parts.put(key, part.plus(decision));
    }

    /** The sums: by outcome, then by area in the definition's order, then the largest first, then by ministry. */
    public List<Part> parts() {
        List<Part> sorted = new ArrayList<>(parts.values());
        sorted.sort(Comparator.comparingInt((Part part) -> order(part.outcome()))
                .thenComparingInt(part -> areas.indexOf(part.area()))
                .thenComparing(
                        Comparator.<Part>comparingLong(part -> part.counted().central())
                                .reversed())
                .thenComparing(Comparator.<Part>comparingLong(Part::amount).reversed())
                .thenComparing(Part::ministry));
        return List.copyOf(sorted);
    }

    private static int order(Outcome outcome) {
        return switch (outcome) {
            case COUNTED -> 0;
            case REVIEW -> 1;
            case NOT_COUNTED -> 2;
        };
    }
}
