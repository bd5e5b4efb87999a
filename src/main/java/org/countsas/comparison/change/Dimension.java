package org.countsas.comparison.change;

import org.apiguardian.api.API;

/** The ways in which a total is broken down. */
@API(status = API.Status.EXPERIMENTAL)
public enum Dimension {
    /** By the blocks of the definition, in its order. */
    BLOCK,
    /** By the areas of the definition, in its order of priority. */
    AREA,
    /** By ministry as published, the largest first. */
    MINISTRY,
    /** By the basis of the rule that decided: official, proposed, inferred. */
    BASIS
}
