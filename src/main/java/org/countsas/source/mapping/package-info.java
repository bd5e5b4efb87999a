/** The format of tables with one row for each item: what their columns mean, by their names or by a mapping profile. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.mapping;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
