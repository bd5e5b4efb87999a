/** How a reconciliation with official figures is shown. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.reconciliation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
