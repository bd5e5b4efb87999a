/** How the history of an item from run to run is shown. */
@NullMarked
package org.countsas.report.history;

import org.jspecify.annotations.NullMarked;
