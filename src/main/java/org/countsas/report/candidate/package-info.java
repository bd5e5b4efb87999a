/** How candidates are shown. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.candidate;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
