/** Means of doing work on all processors without changing its order. Knows nothing of budgets. */
@NullMarked
package org.countsas.concurrent;

import org.jspecify.annotations.NullMarked;
