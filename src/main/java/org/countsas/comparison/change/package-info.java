/** Definitions side by side: sums, the items that change and why, and the edits that the change is due to. */
@NullMarked
package org.countsas.comparison.change;

import org.jspecify.annotations.NullMarked;
