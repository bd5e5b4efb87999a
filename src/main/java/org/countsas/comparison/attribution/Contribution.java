package org.countsas.comparison.attribution;

import org.apiguardian.api.API;
import org.countsas.comparison.TotalDelta;

/**
 * What one policy or edit contributes to a change, alongside others that may count the same yen.
 *
 * @param name    the policy's id, or the edit as a reform writes it
 * @param alone   what it adds by itself
 * @param last    what it adds after all others
 * @param shapley its Shapley value: what it adds on average over all orders in which they could be added, rounded so that all of them sum to
 *                the total change
 */
@API(status = API.Status.EXPERIMENTAL)
public record Contribution(String name, TotalDelta alone, TotalDelta last, TotalDelta shapley) {}
