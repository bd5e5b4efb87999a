package org.countsas.definition;

import java.math.BigDecimal;
import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;

/**
 * A level of spending, in per cent of gross domestic product.
 *
 * @param id      kebab-case id
 * @param percent per cent of {@link GrossDomesticProduct}
 * @param label   name for people
 * @param source  source id
 */
@API(status = API.Status.EXPERIMENTAL)
public record Target(String id, BigDecimal percent, BilingualText label, String source) {}
