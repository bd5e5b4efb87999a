package org.countsas.adjudication.total;

import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;

/**
 * What counts in one area.
 *
 * @param area    the policy's id
 * @param block   the block's id
 * @param items   how many items count here, each once
 * @param amount  their whole amount, in units of the currency
 * @param counted the part of it that counts
 */
@API(status = API.Status.EXPERIMENTAL)
public record AreaTotal(String area, String block, int items, long amount, Counted counted) {}
