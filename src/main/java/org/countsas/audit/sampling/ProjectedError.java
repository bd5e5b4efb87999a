package org.countsas.audit.sampling;

import org.apiguardian.api.API;

/**
 * The error of a whole population as a sample shows it, in whole units of the currency.
 *
 * @param likely the most likely error, rounded half up
 * @param upper  the upper bound of the error at the plan's confidence, rounded up
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProjectedError(long likely, long upper) {}
