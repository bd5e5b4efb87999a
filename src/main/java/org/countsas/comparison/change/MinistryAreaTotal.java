package org.countsas.comparison.change;

/**
 * What counts of one ministry in one area.
 *
 * @param ministry the ministry as published
 * @param sum      the sum, whose key is the area's id
 */
public record MinistryAreaTotal(String ministry, PartTotal sum) {}
