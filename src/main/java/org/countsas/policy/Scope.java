package org.countsas.policy;

/** How far a conclusion reaches. */
public enum Scope {
    /** The rule's own policy. */
    POLICY,
    /** All policies. */
    EVERYWHERE
}
