package org.countsas.definition;

import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;

/**
 * A block of a definition, such as core or related spending.
 *
 * @param id    kebab-case id
 * @param label name for people
 */
@API(status = API.Status.EXPERIMENTAL)
public record Block(String id, BilingualText label) {}
