package org.countsas.policy.rule;

import org.apiguardian.api.API;

/**
 * A source that rules, shares and definitions cite.
 *
 * @param id     kebab-case id
 * @param title  publisher, date and what it reports
 * @param status {@code official}, {@code press}, {@code analysis} or {@code project}
 */
@API(status = API.Status.EXPERIMENTAL)
public record CitedSource(String id, String title, String status) {}
