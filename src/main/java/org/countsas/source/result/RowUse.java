package org.countsas.source.result;

import org.apiguardian.api.API;

/** What became of a row. Every row that is read has exactly one use. */
@API(status = API.Status.EXPERIMENTAL)
public enum RowUse {
    /** It gave at least one budget item. */
    ITEMS,
    /** It says what a programme is; the amounts are elsewhere. */
    PROGRAMME,
    /** Its amount is a part of one whose first part another row states: the mapping profile adds them up. */
    PART,
    /** It repeats a programme for a further major-expense category. */
    REPEAT,
    /** It breaks down an amount that another row states in full. */
    BREAKDOWN,
    /** It names plans, laws or policies of a programme. */
    CITATION,
    /** A newer edition of the same review states the same amounts. */
    SUPERSEDED,
    /** It has no amount, and the mapping profile says that such rows give no item. */
    WITHOUT_AMOUNT,
    /** The mapping profile leaves such rows out; a notice says how many, and with how much money. */
    LEFT_OUT,
    /** It could not be used; the reading says why. */
    REJECTED
}
