/** Items grouped by what no definition can tell apart, so that totals under many definitions cost little. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.comparison.partition;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
