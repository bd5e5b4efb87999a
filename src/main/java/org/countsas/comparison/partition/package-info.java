/** Items grouped so that no definition can tell those of a group apart, which makes totals under many definitions cheap. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.comparison.partition;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
