package org.countsas.explanation;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.evaluation.Evidence;
import org.countsas.policy.Condition;

/**
 * One condition of a rule, whether it is met, and what was seen: a tree in the shape of the rule, after Lucene's
 * {@code Explanation} (value, description, details).
 *
 * <p>Immutable and thread-safe.
 *
 * @param condition the condition, with its source text, line and column
 * @param met       whether it is met
 * @param seen      for a leaf, the mentions found or the value compared; empty if nothing was found
 * @param details   the parts of a condition made of others, in the rule's order
 */
@API(status = API.Status.EXPERIMENTAL)
public record ConditionResult(Condition condition, boolean met, List<Evidence> seen, List<ConditionResult> details) {
    public ConditionResult {
        seen = List.copyOf(seen);
        details = List.copyOf(details);
    }

    /** The leaves below and including this condition, in the order of the rule. */
    List<ConditionResult> leaves() {
        return details.isEmpty()
                ? List.of(this)
                : details.stream().flatMap(detail -> detail.leaves().stream()).toList();
    }
}
