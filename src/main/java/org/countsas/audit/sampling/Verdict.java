package org.countsas.audit.sampling;

import org.apiguardian.api.API;

/** How the error compares with the tolerable one. Later constants are worse. */
@API(status = API.Status.EXPERIMENTAL)
public enum Verdict {
    /** The upper bound is not above the tolerable error: the sample shows what it was drawn to show. */
    WITHIN,
    /** The likely error is tolerable, but its upper bound is not: the sample shows nothing either way. */
    OPEN,
    /** The likely error itself is above the tolerable one. */
    EXCEEDED
}
