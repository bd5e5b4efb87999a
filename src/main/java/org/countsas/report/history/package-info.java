/** How the history of an item from run to run is shown. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.history;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
