/** The run bundle: everything needed to verify, repeat and challenge a run, as a self-contained folder or ZIP file. */
@NullMarked
package org.countsas.audit.bundle;

import org.jspecify.annotations.NullMarked;
