/**
 * Functions of sets of policies: what every combination is worth, and what each member contributes. Whole numbers and fractions
 * alone; nothing here knows what a budget is.
 */
@NullMarked
package org.countsas.comparison.game;

import org.jspecify.annotations.NullMarked;
