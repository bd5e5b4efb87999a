package org.countsas.comparison.change;

import org.apiguardian.api.API;

/**
 * What counts of one ministry in one area.
 *
 * @param ministry the ministry as published
 * @param sum      the sum, whose key is the area's id
 */
@API(status = API.Status.EXPERIMENTAL)
public record MinistryAreaTotal(String ministry, PartTotal sum) {}
