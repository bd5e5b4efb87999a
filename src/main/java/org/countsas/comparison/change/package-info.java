/** Definitions side by side: sums, the items that change and why, and the edits that cause the change. */
@NullMarked
package org.countsas.comparison.change;

import org.jspecify.annotations.NullMarked;
