package org.countsas.quality.coverage;

import org.countsas.policy.Condition;
import org.countsas.policy.rule.Rule;

/**
 * What items did with one condition without parts. It decides for an item when the rule would have a different result if only this
 * condition were different: the independent effect that modified condition/decision coverage requires.
 *
 * @param rule         the rule
 * @param condition    the condition
 * @param seenTrue     how often it was met
 * @param seenFalse    how often it was not
 * @param decidedTrue  how often it was met and decided
 * @param decidedFalse how often it was not met and decided
 */
public record ConditionCoverage(
        Rule rule, Condition condition, long seenTrue, long seenFalse, long decidedTrue, long decidedFalse) {

    /** How much is known of a condition. */
    public enum Level {
        /** Seen met and seen not met, and each of the two decided for some item. */
        FULL,
        /** Seen met and seen not met, and one of the two decided for some item. */
        COVERED,
        /** Seen met and seen not met, but it made no difference. */
        NEVER_DECIDED,
        /** Never met. */
        NEVER_TRUE,
        /** Always met. */
        NEVER_FALSE
    }

    public Level level() {
        if (seenTrue == 0) {
            return Level.NEVER_TRUE;
        }
        if (seenFalse == 0) {
            return Level.NEVER_FALSE;
        }
        if (decidedTrue == 0 && decidedFalse == 0) {
            return Level.NEVER_DECIDED;
        }
        return decidedTrue > 0 && decidedFalse > 0 ? Level.FULL : Level.COVERED;
    }

    /** Whether it was seen met, seen not met, and decided. */
    boolean isCovered() {
        return level() == Level.FULL || level() == Level.COVERED;
    }

    /** Whether it decided of any item. */
    boolean decided() {
        return decidedTrue > 0 || decidedFalse > 0;
    }
}
