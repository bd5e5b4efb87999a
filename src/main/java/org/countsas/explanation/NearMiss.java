package org.countsas.explanation;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A rule that would have counted an item but does not hold.
 *
 * @param result  the rule evaluated on the item
 * @param missing the leaves that would have to change, in the rule's order: those not as the rule wants them, on the shortest way to
 *                meeting it
 * @param met     how many of the rule's conditions the item meets by having something, not by lacking it
 * @param yield   how much of the amount would count by this rule, in units of the currency, central value
 */
@API(status = API.Status.EXPERIMENTAL)
public record NearMiss(RuleResult result, List<ConditionResult> missing, int met, long yield) {
    public NearMiss {
        missing = List.copyOf(missing);
    }
}
