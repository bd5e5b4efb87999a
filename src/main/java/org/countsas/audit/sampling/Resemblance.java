package org.countsas.audit.sampling;

import org.apiguardian.api.API;

/**
 * How much items that do not count resemble those that count. The more an item resembles them, the more densely it is drawn from in an
 * elusion sample: whatever was missed lies most likely there. The bound does not depend on the ranks being good, only on their being fixed
 * before the sample is drawn.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface Resemblance {
    /** How many ranks there are. */
    int RANKS = 3;

    /** A word for what the ranks are made from, for worksheets: lower-case letters and hyphens. */
    String id();

    /**
     * The rank of an item: 0 for the most alike, {@value #RANKS} − 1 for the rest. The same item always has the same rank.
     *
     * @param item id of an item that does not count
     */
    int rank(String item);
}
