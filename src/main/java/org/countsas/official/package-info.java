/**
 * Official figures as data: what a government published of its spending, by year and stage, each with its source, and the bridges that lie between
 * such figures and the budget. They stand in {@code rules/official/*.yaml}.
 */
@NullMarked
package org.countsas.official;

import org.jspecify.annotations.NullMarked;
