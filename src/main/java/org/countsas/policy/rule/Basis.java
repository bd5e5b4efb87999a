package org.countsas.policy.rule;

import org.apiguardian.api.API;

/** On whose word a rule stands. */
@API(status = API.Status.EXPERIMENTAL)
public enum Basis {
    /** A government's own text. */
    OFFICIAL,
    /** A proposal that a government is reported to be considering. */
    PROPOSED,
    /** This project's own inference. */
    INFERRED
}
