package org.countsas.comparison.scenario;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;

/**
 * One combination of policies.
 *
 * @param set      the combination as a bit mask over the policies of the {@link Scenarios}, the first policy as bit 0
 * @param policies the policies that are added, in the order of the {@link Scenarios}
 * @param total    what counts with them, in whole units of the currency
 */
@API(status = API.Status.EXPERIMENTAL)
public record Scenario(int set, List<String> policies, Counted total) {
    public Scenario {
        policies = List.copyOf(policies);
    }
}
