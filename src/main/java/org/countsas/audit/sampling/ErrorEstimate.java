package org.countsas.audit.sampling;

import java.util.OptionalLong;

/**
 * What the sample says of one kind of error, in whole units of the currency.
 *
 * @param kind      the kind
 * @param items     how many items of the sample have such an error
 * @param found     their errors, summed: the part that is certain
 * @param projected the likely error of the whole population, rounded half up; empty if the population cannot show it
 * @param upper     what the error of the whole population does not exceed, at the plan's confidence, rounded up; empty if the
 *                  population cannot show it
 */
public record ErrorEstimate(ErrorKind kind, int items, long found, OptionalLong projected, OptionalLong upper) {}
