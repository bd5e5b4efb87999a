/**
 * Which rules hold for a programme, and on what evidence. Knows no definition. Apart from {@code policy}, the only package that knows
 * Drools.
 */
@NullMarked
package org.countsas.evaluation;

import org.jspecify.annotations.NullMarked;
