/** How and why the decision about an item changed from run to run. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.audit.history;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
