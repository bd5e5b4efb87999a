/** Splits a change among what brought it about, independent of order. */
@NullMarked
package org.countsas.comparison.attribution;

import org.jspecify.annotations.NullMarked;
