/** The values of cells: amounts with their unit, fiscal years, stages, lists. */
@NullMarked
package org.countsas.source.cell;

import org.jspecify.annotations.NullMarked;
