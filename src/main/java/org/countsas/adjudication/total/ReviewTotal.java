package org.countsas.adjudication.total;

import org.apiguardian.api.API;

/**
 * What a person must still judge. None of it is counted.
 *
 * @param items  how many items
 * @param amount their whole amount, in units of the currency
 * @param high   the most that they would add if all were judged to count
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReviewTotal(int items, long amount, long high) {}
