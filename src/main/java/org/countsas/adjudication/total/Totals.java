package org.countsas.adjudication.total;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.item.NaturalIds;
import org.countsas.item.StateBudgetAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a run under one definition.
 *
 * @param items   how many items were decided
 * @param amount  their whole amount, in units of the currency: the gross total
 * @param transfers how much of it moves between accounts and funds, and is appropriated again where it is spent
 * @param counted the part that counts: the sum over the areas
 * @param areas   every area that the definition adopts, in its order, including those without items
 * @param review  what a person must still judge
 */
@API(status = API.Status.EXPERIMENTAL)
public record Totals(
        int items, long amount, long transfers, Counted counted, List<AreaTotal> areas, ReviewTotal review) {
    public Totals {
        areas = List.copyOf(areas);
    }

    /** The whole amount without transfers between accounts and funds, in units of the currency: the net total. */
    public long net() {
        return Math.subtractExact(amount, transfers);
    }

    /**
     * Sums decisions and checks what must always hold: every item is decided once and counts within its amount, and every yen counts in one
     * area.
     *
     * @throws IllegalStateException if it does not hold, which is a defect of this library
     * @throws ArithmeticException   if a sum does not fit a long
     */
    public static Totals of(List<Decision> decisions, Definition definition) {
        Sum sum = new Sum(definition);
        decisions.forEach(sum::add);
        return sum.totals();
    }

    /** Sums one decision after another, and keeps only the ids; not even these if they come in order. Not thread-safe. */
    public static final class Sum {
        private final Map<String, AreaTotal> areas = new LinkedHashMap<>();
        /** The ids so far; null if they come in order. */
        private final @Nullable Set<String> ids;

        private @Nullable String last;
        private int items;
        private long amount;
        private long transfers;
        private Counted counted = Counted.NOTHING;
        private ReviewTotal review = new ReviewTotal(0, 0, 0);

        /** @param definition under which the items are decided */
        public Sum(Definition definition) {
            this(definition, new HashSet<>());
        }

        /**
         * A sum of items that come in the order of {@link NaturalIds}, which takes no memory for their ids.
         *
         * @param definition under which the items are decided
         */
        public static Sum inOrder(Definition definition) {
            return new Sum(definition, null);
        }

        private Sum(Definition definition, @Nullable Set<String> ids) {
            this.ids = ids;
            for (Adoption adoption : definition.adoptions()) {
                areas.put(adoption.policy(), new AreaTotal(adoption.policy(), adoption.block(), 0, 0, Counted.NOTHING));
            }
        }

        /**
         * Adds a decision.
         *
         * @throws IllegalStateException if the item was decided before, is out of order, or counts beyond its amount
         * @throws ArithmeticException   if a sum does not fit a long
         */
        public void add(Decision decision) {
            check(decision.item().id());
            checkAmounts(decision);
            items++;
            long itemAmount = decision.item().amount();
            amount = Math.addExact(amount, itemAmount);
            if (StateBudgetAttributes.isTransfer(decision.item().programme())) {
                transfers = Math.addExact(transfers, itemAmount);
            }
            if (decision.outcome() == Outcome.COUNTED) {
                areas.computeIfPresent(
                        decision.area().orElseThrow(),
                        (area, total) -> new AreaTotal(
                                area,
                                total.block(),
                                total.items() + 1,
                                Math.addExact(total.amount(), itemAmount),
                                total.counted().plus(decision.counted())));
                counted = counted.plus(decision.counted());
            } else if (decision.outcome() == Outcome.REVIEW) {
                review = new ReviewTotal(
                        review.items() + 1,
                        Math.addExact(review.amount(), itemAmount),
                        Math.addExact(review.high(), decision.counted().high()));
            }
        }

        private void check(String id) {
            if (ids == null && last != null && NaturalIds.ORDER.compare(last, id) > 0) {
                throw new IllegalStateException("the item " + id + " comes after " + last);
            }
            if (ids == null ? id.equals(last) : !ids.add(id)) {
                throw new IllegalStateException("the item " + id + " is decided twice");
            }
            last = id;
        }

        /**
         * The sums so far.
         *
         * @throws IllegalStateException if the areas do not add up to what counts
         * @throws ArithmeticException   if a sum does not fit a long
         */
        public Totals totals() {
            Counted overAreas = areas.values().stream().map(AreaTotal::counted).reduce(Counted.NOTHING, Counted::plus);
            if (!overAreas.equals(counted)) {
                throw new IllegalStateException("the areas sum to " + overAreas + ", the items to " + counted);
            }
            return new Totals(items, amount, transfers, counted, new ArrayList<>(areas.values()), review);
        }
    }

    private static void checkAmounts(Decision decision) {
        BudgetItem item = decision.item();
        Counted counted = decision.counted();
        long least = Math.min(0, item.amount());
        long most = Math.max(0, item.amount());
        boolean ordered = counted.low() <= counted.central() && counted.central() <= counted.high();
        if (!ordered || counted.low() < least || counted.high() > most) {
            throw new IllegalStateException("the item " + item.id() + " of " + item.amount() + " counts " + counted);
        }
    }
}
