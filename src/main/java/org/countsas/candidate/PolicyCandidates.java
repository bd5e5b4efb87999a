package org.countsas.candidate;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The candidates of one policy.
 *
 * <p>Immutable and thread-safe.
 *
 * @param policy     the policy's id
 * @param counted    how many items count in it
 * @param open       how many items do not count and are not rejected for a stated reason: candidates are chosen among them
 * @param candidates those that resemble the counted ones most, the most alike first
 */
@API(status = API.Status.EXPERIMENTAL)
public record PolicyCandidates(String policy, int counted, int open, List<Candidate> candidates) {
    public PolicyCandidates {
        candidates = List.copyOf(candidates);
    }
}
