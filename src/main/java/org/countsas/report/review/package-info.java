/** How the reviews of a bundle are shown. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.review;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
