/**
 * Sums under a definition beside the figures that were published: the difference, the named bridges that explain a part of it, and what nothing
 * explains.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package org.countsas.reconciliation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
