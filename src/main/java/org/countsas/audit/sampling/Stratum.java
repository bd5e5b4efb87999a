package org.countsas.audit.sampling;

/**
 * A part of the population that is drawn from by itself.
 *
 * @param name    what its items have in common; {@link #CERTAIN} for those that are all examined
 * @param items   how many items it has
 * @param size    their book value, in whole units of the currency
 * @param largest the largest book value of them
 * @param drawn   how many are in the sample
 */
public record Stratum(String name, int items, long size, long largest, int drawn) {
    /** The name of the stratum of items that are too large to leave to chance. */
    public static final String CERTAIN = "certain";
}
