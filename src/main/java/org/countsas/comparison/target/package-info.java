/** Targets in per cent of the gross domestic product, and how far totals are from them. */
@NullMarked
package org.countsas.comparison.target;

import org.jspecify.annotations.NullMarked;
