package org.countsas.audit.sampling;

/**
 * An item that the sample holds.
 *
 * @param unit    the decision
 * @param stratum name of its stratum
 * @param certain whether it was taken with certainty: it then stands for itself alone
 * @param weight  by what its error is multiplied to stand for the items not drawn; 1 if it is certain
 */
public record SampledItem(SamplingUnit unit, String stratum, boolean certain, Weight weight) {}
