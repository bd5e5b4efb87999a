/** Canonical JSON (RFC 8785): one value, one sequence of bytes. */
@NullMarked
package org.countsas.audit.json;

import org.jspecify.annotations.NullMarked;
