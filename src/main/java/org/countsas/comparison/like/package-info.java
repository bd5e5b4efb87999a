/** Two budgets item by item, like with like: years, stages or runs that do not cover the same items. */
@NullMarked
package org.countsas.comparison.like;

import org.jspecify.annotations.NullMarked;
