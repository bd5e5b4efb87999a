package org.countsas.definition;

import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;

/**
 * The base of percentages.
 *
 * @param amount in whole units of the definition's currency, more than 0
 * @param label  which year and whose figure
 * @param source source id
 */
@API(status = API.Status.EXPERIMENTAL)
public record GrossDomesticProduct(long amount, BilingualText label, String source) {}
