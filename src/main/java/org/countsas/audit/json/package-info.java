/** Canonical JSON (RFC 8785): each value has one sequence of bytes. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.audit.json;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
