package org.countsas.adjudication;

import org.apiguardian.api.API;

/** What became of a finding in a decision. */
@API(status = API.Status.EXPERIMENTAL)
public enum Standing {
    /** The outcome, area and share are this finding's. */
    DECISIVE,
    /** It stands, but another decided. */
    SUPPORTING,
    /** A finding on the other side is at least as strong. */
    DEFEATED,
    /** The definition does not adopt its policy, or the rule is not in force on the day asked about. */
    OUTSIDE
}
