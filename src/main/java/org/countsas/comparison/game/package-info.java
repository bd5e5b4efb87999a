/**
 * Cooperative games: what every coalition of players is worth, and what each player contributes. Whole numbers and fractions only;
 * nothing here knows what a budget is.
 */
@NullMarked
package org.countsas.comparison.game;

import org.jspecify.annotations.NullMarked;
