package org.countsas.audit.sampling;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.countsas.adjudication.Outcome;

/**
 * What the auditor found that should have been decided about an item.
 *
 * @param outcome COUNTED or NOT_COUNTED: an auditor leaves no question open
 * @param area    the area; empty for NOT_COUNTED
 * @param counted how much should count, between 0 and the item's amount; 0 for NOT_COUNTED
 */
public record Judgement(Outcome outcome, Optional<String> area, long counted) {
    public Judgement {
        requireNonNull(area, "area");
        if (outcome == Outcome.REVIEW
                || (outcome == Outcome.COUNTED) != area.isPresent()
                || (outcome == Outcome.NOT_COUNTED && counted != 0)) {
            throw new IllegalArgumentException("not a judgement: " + outcome + ", " + area + ", " + counted);
        }
    }

    /** Whether the decision is as it should be: outcome, area and amount. For REVIEW it never is: a question is no decision. */
    boolean agreesWith(SamplingUnit unit) {
        return unit.outcome() == outcome && unit.area().equals(area) && unit.counted() == counted;
    }
}
