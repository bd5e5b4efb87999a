package org.countsas.official;

import org.apiguardian.api.API;

/**
 * The nominal gross domestic product of a fiscal year.
 *
 * @param fiscalYear the fiscal year
 * @param amount     in whole units of the currency, more than 0
 * @param source     source id
 */
@API(status = API.Status.EXPERIMENTAL)
public record YearlyGdp(int fiscalYear, long amount, String source) {}
