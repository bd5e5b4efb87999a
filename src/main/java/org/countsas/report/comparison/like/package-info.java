/** How two budgets are shown item by item, like with like. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.comparison.like;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
