/** Means of doing work on all processors without changing its order. Knows nothing of budgets. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.concurrent;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
