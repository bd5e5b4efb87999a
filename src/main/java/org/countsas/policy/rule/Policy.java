package org.countsas.policy.rule;

import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;

/**
 * A policy: an area of spending that a definition may adopt.
 *
 * @param id     kebab-case id, the name of its rule file
 * @param title  name for people
 * @param status {@code official} or {@code proposed}
 */
@API(status = API.Status.EXPERIMENTAL)
public record Policy(String id, BilingualText title, String status) {}
