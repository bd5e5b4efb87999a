package org.countsas.comparison.attribution;

import org.countsas.comparison.TotalDelta;

/**
 * What one policy or edit is worth beside others that may count the same yen.
 *
 * @param name    the policy's id, or the edit as a reform writes it
 * @param alone   what it adds if it is the only one
 * @param last    what it adds when all others are in
 * @param shapley its mean over all orders in which they could be added (Shapley 1953), rounded so that all of them sum to the total change
 */
public record Contribution(String name, TotalDelta alone, TotalDelta last, TotalDelta shapley) {}
