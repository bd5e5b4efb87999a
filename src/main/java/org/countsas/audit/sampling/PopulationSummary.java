package org.countsas.audit.sampling;

import org.apiguardian.api.API;

/**
 * What a sample is drawn from, in figures.
 *
 * @param items         how many items the population has
 * @param bookValue     their book value, in whole units of the currency
 * @param zeroItems     items outside the population because their book value is zero: they contain no error to find
 * @param negativeItems items outside the population because their book value is negative: they must be examined by other means
 */
@API(status = API.Status.EXPERIMENTAL)
public record PopulationSummary(int items, long bookValue, int zeroItems, int negativeItems) {}
