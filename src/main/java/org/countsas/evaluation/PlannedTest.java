package org.countsas.evaluation;

import java.util.Set;
import java.util.function.Predicate;
import org.countsas.policy.Item;
import org.jspecify.annotations.Nullable;

/**
 * A condition ready to be tested. Immutable and thread-safe.
 *
 * @param test     whether it holds
 * @param triggers what an item must have at least one of for it to hold: none if it never holds; null if it may hold for any item
 */
record PlannedTest(Predicate<Item> test, @Nullable Set<Trigger> triggers) {
    static final PlannedTest NEVER = new PlannedTest(item -> false, Set.of());
    static final PlannedTest ALWAYS = new PlannedTest(item -> true, null);

    boolean isNever() {
        return triggers != null && triggers.isEmpty();
    }

    boolean holds(Item item) {
        return test.test(item);
    }
}
