package org.countsas.policy.rule;

/** How far a conclusion reaches. */
public enum Scope {
    /** The rule's own policy. */
    POLICY,
    /** All policies. */
    EVERYWHERE
}
