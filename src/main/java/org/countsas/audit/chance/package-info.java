/** Chance from a seed, and what it allows: the factors, distributions and exact bounds that audit samples rest on. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.audit.chance;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
