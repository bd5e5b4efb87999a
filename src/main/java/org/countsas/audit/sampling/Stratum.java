package org.countsas.audit.sampling;

import org.apiguardian.api.API;

/**
 * A part of the population that is drawn from separately.
 *
 * @param name      what its items have in common; {@link #CERTAIN} for those that are all examined
 * @param items     how many items it has
 * @param bookValue their book value, in whole units of the currency
 * @param largest   the largest book value among them
 * @param drawn     how many are in the sample
 */
@API(status = API.Status.EXPERIMENTAL)
public record Stratum(String name, int items, long bookValue, long largest, int drawn) {
    /** The name of the stratum of items that are too large to leave to chance. */
    public static final String CERTAIN = "certain";
}
