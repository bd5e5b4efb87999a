package org.countsas.explanation;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.policy.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule evaluated on an item, condition by condition.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule       the rule
 * @param holds      whether it holds
 * @param condition  its conditions on the item
 * @param joinOrNull its join with listed facilities; null if it has none
 * @param missing    how many conditions would have to be otherwise for it to hold; 0 if it holds
 */
@API(status = API.Status.EXPERIMENTAL)
public record RuleResult(
        Rule rule,
        boolean holds,
        ConditionResult condition,
        @Nullable JoinResult joinOrNull,
        int missing) {
    /** Its join with listed facilities, if it has one. */
    public Optional<JoinResult> join() {
        return Optional.ofNullable(joinOrNull);
    }
}
