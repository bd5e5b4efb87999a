/** How the result of a run is shown. */
@NullMarked
package org.countsas.report.summary;

import org.jspecify.annotations.NullMarked;
