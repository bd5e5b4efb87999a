/**
 * Sums under a definition beside the figures that were published: the difference, the named bridges that explain a part of it, and what nothing
 * explains.
 */
@NullMarked
package org.countsas.reconciliation;

import org.jspecify.annotations.NullMarked;
