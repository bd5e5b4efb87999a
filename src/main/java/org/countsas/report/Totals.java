package org.countsas.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;

/**
 * The sums of a run under one definition.
 *
 * @param items   how many items were decided
 * @param amount  their whole amount, in units of the currency
 * @param counted the part that counts: the sum over the areas
 * @param areas   every area that the definition adopts, in its order, those without items included
 * @param review  what a person must still judge
 */
public record Totals(int items, long amount, Counted counted, List<AreaTotal> areas, ReviewTotal review) {
    public Totals {
        areas = List.copyOf(areas);
    }

    /**
     * Sums decisions and checks what must always hold: every item is decided once, counts within its amount, and every yen in one
     * area.
     *
     * @throws IllegalStateException if it does not hold, which is a defect of this library
     * @throws ArithmeticException   if a sum does not fit a long
     */
    public static Totals of(List<Decision> decisions, Definition definition) {
        Map<String, AreaTotal> areas = new LinkedHashMap<>();
        for (Adoption adoption : definition.adoptions()) {
            areas.put(adoption.policy(), new AreaTotal(adoption.policy(), adoption.block(), 0, 0, Counted.NOTHING));
        }
        long amount = 0;
        Counted counted = Counted.NOTHING;
        ReviewTotal review = new ReviewTotal(0, 0, 0);
        Set<String> ids = new HashSet<>();
        for (Decision decision : decisions) {
            check(decision, ids);
            long itemAmount = decision.item().amount();
            amount = Math.addExact(amount, itemAmount);
            if (decision.outcome() == Outcome.COUNTED) {
                areas.computeIfPresent(decision.area().orElseThrow(), (area, total) -> new AreaTotal(area, total.block(), total.items() + 1,
                        Math.addExact(total.amount(), itemAmount), total.counted().plus(decision.counted())));
                counted = counted.plus(decision.counted());
            } else if (decision.outcome() == Outcome.REVIEW) {
                review = new ReviewTotal(review.items() + 1, Math.addExact(review.amount(), itemAmount), Math.addExact(review.high(), decision.counted().high()));
            }
        }
        Counted overAreas = areas.values().stream().map(AreaTotal::counted).reduce(Counted.NOTHING, Counted::plus);
        if (!overAreas.equals(counted)) {
            throw new IllegalStateException("the areas sum to " + overAreas + ", the items to " + counted);
        }
        return new Totals(decisions.size(), amount, counted, new ArrayList<>(areas.values()), review);
    }

    private static void check(Decision decision, Set<String> ids) {
        BudgetItem item = decision.item();
        if (!ids.add(item.id())) {
            throw new IllegalStateException("the item " + item.id() + " is decided twice");
        }
        Counted counted = decision.counted();
        long least = Math.min(0, item.amount());
        long most = Math.max(0, item.amount());
        boolean ordered = counted.low() <= counted.central() && counted.central() <= counted.high();
        if (!ordered || counted.low() < least || counted.high() > most) {
            throw new IllegalStateException("the item " + item.id() + " of " + item.amount() + " counts " + counted);
        }
    }
}
