/** How far a total is from its targets, which share would reach one, and how totals run over the years. */
@NullMarked
package org.countsas.comparison.target;

import org.jspecify.annotations.NullMarked;
