/** Audit sampling: which decisions a person should examine, and what the errors found say about all decisions. */
@NullMarked
package org.countsas.audit.sampling;

import org.jspecify.annotations.NullMarked;
