/**
 * What one may ask about definitions side by side: comparisons, combinations of policies, distances to targets, all from one evaluation.
 */
@NullMarked
package org.countsas.question.comparison;

import org.jspecify.annotations.NullMarked;
