package org.countsas.audit.verification;

import org.apiguardian.api.API;

/** The parts of a verification. A bundle is verified if all of them pass. */
@API(status = API.Status.EXPERIMENTAL)
public enum Check {
    /** The checkpoint is signed by a key that is trusted. */
    SIGNATURE,
    /** The files are those that the manifest lists, each with its digest, and no others; the manifest is the one that was signed. */
    FILES,
    /** Each item is recorded once, in order, and all are of the run's year, stage and currency. */
    ITEMS,
    /** There is one decision for each item and definition, about exactly this item, and the tree over them has the root that was signed. */
    DECISIONS,
    /** What counts is the amount times the share, and the totals are the sums of the decisions. */
    TOTALS,
    /** The bundle's own rules give the same decisions again. Done on request. */
    REPLAY
}
