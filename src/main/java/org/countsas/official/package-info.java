/**
 * Official figures as data: what a government published about its spending, by year and stage, each with its source, and the bridges
 * between such figures and the budget. They are in {@code rules/official/*.yaml}.
 */
@NullMarked
package org.countsas.official;

import org.jspecify.annotations.NullMarked;
