package org.countsas.official;

import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;

/**
 * What published figures cover.
 *
 * @param id    kebab-case id
 * @param label name for people
 */
@API(status = API.Status.EXPERIMENTAL)
public record Basis(String id, BilingualText label) {}
