/** How a reconciliation with official figures is shown. */
@NullMarked
package org.countsas.report.reconciliation;

import org.jspecify.annotations.NullMarked;
