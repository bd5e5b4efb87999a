/** Decisions for readers: sums, terminal text, JSON, CSV and XLSX, all from the same figures. */
@NullMarked
package org.countsas.report;

import org.jspecify.annotations.NullMarked;
