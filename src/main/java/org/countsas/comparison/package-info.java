/** What changes between definitions, item by item and in sums, and which edit causes it. */
@NullMarked
package org.countsas.comparison;

import org.jspecify.annotations.NullMarked;
