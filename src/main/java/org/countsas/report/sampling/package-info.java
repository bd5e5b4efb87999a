/** How audit samples and what they show are shown. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.sampling;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
