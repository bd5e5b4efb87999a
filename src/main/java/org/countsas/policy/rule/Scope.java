package org.countsas.policy.rule;

import org.apiguardian.api.API;

/** How far a conclusion reaches. */
@API(status = API.Status.EXPERIMENTAL)
public enum Scope {
    /** The rule's own policy. */
    POLICY,
    /** All policies. */
    EVERYWHERE
}
