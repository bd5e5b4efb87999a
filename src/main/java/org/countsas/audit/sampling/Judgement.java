package org.countsas.audit.sampling;

import java.util.Objects;
import org.apiguardian.api.API;
import org.countsas.adjudication.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor finds should have been decided about an item.
 *
 * @param outcome COUNTED or NOT_COUNTED: an auditor leaves no question open
 * @param area    the area; null for NOT_COUNTED
 * @param counted how much should count, between 0 and the item's amount; 0 for NOT_COUNTED
 */
@API(status = API.Status.EXPERIMENTAL)
public record Judgement(Outcome outcome, @Nullable String area, long counted) {
    public Judgement {
        if (outcome == Outcome.REVIEW
                || (outcome == Outcome.COUNTED) != (area != null)
                || (outcome == Outcome.NOT_COUNTED && counted != 0)) {
            throw new IllegalArgumentException("not a judgement: " + outcome + ", " + area + ", " + counted);
        }
    }

    /** The item should count in an area with this amount. */
    public static Judgement counted(String area, long counted) {
        return new Judgement(Outcome.COUNTED, area, counted);
    }

    /** The item should not count. */
    public static Judgement notCounted() {
        return new Judgement(Outcome.NOT_COUNTED, null, 0);
    }

    /** Whether the decision is right in outcome, area and amount. REVIEW never is: an open question is not a decision. */
    boolean agreesWith(SamplingUnit unit) {
        return unit.outcome() == outcome && Objects.equals(unit.area(), area) && unit.counted() == counted;
    }
}
