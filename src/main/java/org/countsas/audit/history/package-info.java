/** How and why the decision about an item changed from run to run. */
@NullMarked
package org.countsas.audit.history;

import org.jspecify.annotations.NullMarked;
