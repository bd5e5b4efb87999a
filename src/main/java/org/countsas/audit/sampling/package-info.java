/** Audit sampling: which decisions a person should examine, and what the errors found say about all decisions. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.audit.sampling;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
