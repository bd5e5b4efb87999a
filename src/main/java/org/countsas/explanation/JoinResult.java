package org.countsas.explanation;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.evaluation.Evidence;
import org.countsas.policy.Facility;
import org.countsas.policy.rule.Rule.FacilityJoin;

/**
 * A rule's join with listed facilities, and its result.
 *
 * <p>Immutable and thread-safe.
 *
 * @param join    the join
 * @param met     whether it is met
 * @param matches the listed facilities that meet its condition, by concept
 * @param listed  how many facilities were examined
 */
@API(status = API.Status.EXPERIMENTAL)
public record JoinResult(FacilityJoin join, boolean met, List<Match> matches, int listed) {
    public JoinResult {
        matches = List.copyOf(matches);
    }

    /**
     * A listed facility that meets the condition of a join.
     *
     * @param facility the facility
     * @param seen     where the item mentions it
     */
    public record Match(Facility facility, List<Evidence> seen) {
        public Match {
            seen = List.copyOf(seen);
        }
    }
}
