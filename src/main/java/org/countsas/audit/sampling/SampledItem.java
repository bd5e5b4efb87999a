package org.countsas.audit.sampling;

import org.apiguardian.api.API;

/**
 * An item of a sample.
 *
 * @param unit    the decision
 * @param stratum name of its stratum
 * @param certain whether it was certain to be drawn: it then stands only for itself
 * @param weight  the factor by which its error is multiplied to stand for the items not drawn; 1 if it is certain
 */
@API(status = API.Status.EXPERIMENTAL)
public record SampledItem(SamplingUnit unit, String stratum, boolean certain, Weight weight) {}
