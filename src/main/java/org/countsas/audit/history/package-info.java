/** How the decision about an item came to be another from run to run, and which change made it so. */
@NullMarked
package org.countsas.audit.history;

import org.jspecify.annotations.NullMarked;
