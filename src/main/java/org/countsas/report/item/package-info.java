/** How lists of items are shown. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.item;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
