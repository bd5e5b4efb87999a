package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.ReviewTotal;
import org.countsas.audit.json.CanonicalJson;

/**
 * The sums of a definition's decisions. They follow from these decisions only, so anyone who has the decisions can sum up again.
 *
 * @param definition the definition's id
 * @param items      how many items were decided
 * @param amount     their total amount, in units of the currency
 * @param counted    the part that counts
 * @param areas      the areas in which an item counts, by id
 * @param review     what a person must still judge
 */
@API(status = API.Status.EXPERIMENTAL)
public record DefinitionTotals(
        String definition, int items, long amount, Counted counted, List<AreaTotal> areas, ReviewTotal review) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public DefinitionTotals {
        areas = List.copyOf(areas);
    }

    ObjectNode json() {
        ObjectNode json = JSON.objectNode();
        json.put("definition", definition)
                .put("items", items)
                .put("amount", amount)
                .set("counted", json(counted));
        ArrayNode list = json.putArray("areas");
        for (AreaTotal area : areas) {
            list.addObject()
                    .put("area", area.area())
                    .put("block", area.block())
                    .put("items", area.items())
                    .put("amount", area.amount())
                    .set("counted", json(area.counted()));
        }
        json.putObject("review")
                .put("items", review.items())
                .put("amount", review.amount())
                .put("high", review.high());
        return json;
    }

    private static ObjectNode json(Counted counted) {
        return JSON.objectNode()
                .put("low", counted.low())
                .put("central", counted.central())
                .put("high", counted.high());
    }

    /** Sums up, one decision after another, in any order. Not thread-safe. */
    public static final class Sum {
        private final String definition;
        private final TreeMap<String, AreaTotal> areas = new TreeMap<>();
        private int items;
        private long amount;
        private Counted counted = Counted.NOTHING;
        private ReviewTotal review = new ReviewTotal(0, 0, 0);

        /** @param definition the definition's id */
        public Sum(String definition) {
            this.definition = definition;
        }

        /**
         * Adds a decision.
         *
         * @throws IllegalArgumentException if it contradicts those before: an area is in two blocks
         * @throws ArithmeticException      if a sum does not fit a long
         */
        public void add(DecisionLine line) {
            items++;
            amount = Math.addExact(amount, line.amount());
            String area = line.area();
            String block = line.block();
            if (area != null && block != null) {
                AreaTotal before = areas.getOrDefault(area, new AreaTotal(area, block, 0, 0, Counted.NOTHING));
                if (!before.block().equals(block)) {
                    throw new IllegalArgumentException(
                            "the area " + area + " is in the blocks " + before.block() + " and " + block);
                }
                areas.put(
                        area,
                        new AreaTotal(
                                area,
                                block,
                                before.items() + 1,
                                Math.addExact(before.amount(), line.amount()),
                                before.counted().plus(line.counted())));
                counted = counted.plus(line.counted());
            } else if (area != null) {
                review = new ReviewTotal(
                        review.items() + 1,
                        Math.addExact(review.amount(), line.amount()),
                        Math.addExact(review.high(), line.counted().high()));
            }
        }

        /**
         * The sums so far.
         *
         * @throws ArithmeticException if one exceeds what canonical JSON can hold
         */
        public DefinitionTotals total() {
            areas.values()
                    .forEach(area -> check(
                            area.amount(),
                            area.counted().low(),
                            area.counted().central(),
                            area.counted().high()));
            check(amount, counted.low(), counted.central(), counted.high(), review.amount(), review.high());
            return new DefinitionTotals(definition, items, amount, counted, new ArrayList<>(areas.values()), review);
        }

        /** Checks only the final sums: whether an intermediate one exceeds the limit would depend on the order. */
        private static void check(long... sums) {
            for (long sum : sums) {
                if (sum > CanonicalJson.LARGEST || sum < -CanonicalJson.LARGEST) {
                    throw new ArithmeticException("beyond 2^53 - 1");
                }
            }
        }
    }
}
