package org.countsas.quality.ruletest;

import org.apiguardian.api.API;
import org.countsas.problem.Place;

/**
 * What made the difference between what a test expects and what it got.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind  what kind of thing
 * @param place the condition or rule
 * @param text  the condition's source text, or the rule's name
 * @param seen  what was seen there: {@code field: 'text'}, or the standing of the rule; empty if nothing was
 */
@API(status = API.Status.EXPERIMENTAL)
public record Difference(Kind kind, Place place, String text, String seen) {

    /** What kind of thing made the difference. */
    public enum Kind {
        /** A condition that would have to be met is not met. */
        NOT_MET,
        /** A condition is met. */
        MET,
        /** The rule holds, and this one defeats it. */
        DEFEATED_BY,
        /** The rule holds, but the definition does not adopt its policy or it is not in force on the day. */
        OUTSIDE,
        /** This rule decided instead. */
        DECIDED_BY
    }
}
