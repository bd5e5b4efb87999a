package org.countsas.adjudication;

import org.apiguardian.api.API;

/** What is decided about an item. */
@API(status = API.Status.EXPERIMENTAL)
public enum Outcome {
    /** It counts. */
    COUNTED,
    /** It does not count. */
    NOT_COUNTED,
    /** A person must judge. */
    REVIEW
}
