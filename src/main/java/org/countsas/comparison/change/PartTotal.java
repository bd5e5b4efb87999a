package org.countsas.comparison.change;

import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;

/**
 * What counts in one part of a total.
 *
 * @param key     what the part is: an id, a ministry as published, or a basis in lower case
 * @param items   how many items count here, each once
 * @param amount  their whole amount, in units of the currency
 * @param counted the part of it that counts
 */
@API(status = API.Status.EXPERIMENTAL)
public record PartTotal(String key, int items, long amount, Counted counted) {
    PartTotal plus(long itemAmount, Counted more) {
        return new PartTotal(key, items + 1, Math.addExact(amount, itemAmount), counted.plus(more));
    }
}
