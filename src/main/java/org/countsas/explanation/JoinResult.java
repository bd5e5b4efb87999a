package org.countsas.explanation;

import java.util.List;
import org.countsas.policy.Facility;
import org.countsas.policy.Rule.FacilityJoin;

/**
 * A rule's join with listed facilities, and what came of it.
 *
 * @param join    the join
 * @param met     whether it is met
 * @param matches the listed facilities that meet its condition, by concept
 * @param listed  how many facilities were looked at
 */
public record JoinResult(FacilityJoin join, boolean met, List<Facility> matches, int listed) {
    public JoinResult {
        matches = List.copyOf(matches);
    }
}
