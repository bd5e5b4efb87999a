/** Splits a change among its causes, independently of their order. */
@NullMarked
package org.countsas.comparison.attribution;

import org.jspecify.annotations.NullMarked;
