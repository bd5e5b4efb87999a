/** The run bundle: everything that is needed to verify, repeat and challenge a run, as a folder or a ZIP file that stands alone. */
@NullMarked
package org.countsas.audit.bundle;

import org.jspecify.annotations.NullMarked;
