/** Rows that sum up others: read as items, they would count money twice. */
@NullMarked
package org.countsas.source.total;

import org.jspecify.annotations.NullMarked;
