/** Decisions as files: CSV, XLSX and JSON Lines, the same rows in each. */
@NullMarked
package org.countsas.record;

import org.jspecify.annotations.NullMarked;
