package org.countsas.source.profile;

/** What rows are that have an amount of the same id, fiscal year and stage. */
public enum SameId {
    /** A mistake: the later row is rejected. */
    MISTAKE,
    /** Parts of one item: their amounts are added up. */
    SUM,
    /** Different items: they are numbered by their order. */
    NUMBER
}
