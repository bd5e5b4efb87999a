package org.countsas.audit.sampling;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a sample shows about one kind of error, in whole units of the currency.
 *
 * @param kind       the kind
 * @param items      how many items of the sample have such an error
 * @param found      the sum of their errors
 * @param projection the error of the whole population; null if the population cannot show it
 */
@API(status = API.Status.EXPERIMENTAL)
public record ErrorEstimate(
        ErrorKind kind, int items, long found, @Nullable ProjectedError projection) {}
