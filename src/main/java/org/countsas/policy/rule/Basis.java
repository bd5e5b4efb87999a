package org.countsas.policy.rule;

/** Whose word a rule rests on. */
public enum Basis {
    /** A government's own text. */
    OFFICIAL,
    /** A proposal that a government is reported to be considering. */
    PROPOSED,
    /** This project's own inference. */
    INFERRED
}
