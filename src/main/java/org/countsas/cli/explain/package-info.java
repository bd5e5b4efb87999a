/** The commands explain and near-misses. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.explain;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
