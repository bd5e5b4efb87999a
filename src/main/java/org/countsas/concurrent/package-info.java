/** Ways of doing work on all processors without changing its order. Knows nothing about budgets. */
@NullMarked
package org.countsas.concurrent;

import org.jspecify.annotations.NullMarked;
