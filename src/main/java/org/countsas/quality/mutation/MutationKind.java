package org.countsas.quality.mutation;

import java.util.Locale;

/** A kind of small change to rules or vocabulary. */
public enum MutationKind {
    /** One of several conditions is left out. */
    DROP_CONDITION,
    /** A condition holds where it did not, and vice versa. */
    NEGATE_CONDITION,
    /** A number of mentions is one higher or one lower. */
    SHIFT_THRESHOLD,
    /** A condition asks for one concept or value fewer. */
    DROP_VALUE,
    /** A condition looks in more fields or in fewer. */
    CHANGE_FIELDS,
    /** The rule is stronger or weaker. */
    CHANGE_STRENGTH,
    /** The rule concludes something else. */
    CHANGE_EFFECT,
    /** The rule counts at another share. */
    CHANGE_SHARE,
    /** The rule is in force on all days. */
    DROP_DATES,
    /** A concept has one term fewer. */
    REMOVE_TERM,
    /** A concept has one 'not within' phrase fewer. */
    REMOVE_NOT_WITHIN;

    /** The kind as shown and as written in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
