/**
 * Official figures as data: what a government published of its spending, by year and stage, each with its source, and the bridges that lie between
 * such figures and the budget. They stand in {@code rules/official/*.yaml}.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package org.countsas.official;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
