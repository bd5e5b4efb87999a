/** What one may ask of definitions side by side: comparisons, combinations of policies, distances to targets. All of them from one evaluation. */
@NullMarked
package org.countsas.question.comparison;

import org.jspecify.annotations.NullMarked;
