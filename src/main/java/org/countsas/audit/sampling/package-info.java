/** Audit sampling: which decisions a person should check, and what the errors found say about all of them. */
@NullMarked
package org.countsas.audit.sampling;

import org.jspecify.annotations.NullMarked;
