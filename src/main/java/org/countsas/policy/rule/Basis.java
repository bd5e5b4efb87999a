package org.countsas.policy.rule;

/** On whose word a rule stands. */
public enum Basis {
    /** A government's own text. */
    OFFICIAL,
    /** A proposal that a government is reported to consider. */
    PROPOSED,
    /** This project's own inference. */
    INFERRED
}
