/** How a definition turns findings into a decision: pure functions. */
@NullMarked
package org.countsas.adjudication;

import org.jspecify.annotations.NullMarked;
