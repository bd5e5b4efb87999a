/**
 * Sums under a definition compared with published figures: the difference, the named bridges that explain part of it, and what remains
 * unexplained.
 */
@NullMarked
package org.countsas.reconciliation;

import org.jspecify.annotations.NullMarked;
