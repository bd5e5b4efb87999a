package org.countsas.adjudication;

/** What is decided about an item. */
public enum Outcome {
    /** It counts. */
    COUNTED,
    /** It does not count. */
    NOT_COUNTED,
    /** A person must judge. */
    REVIEW
}
