/** Rows that sum up others: read as items, they would count money twice. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.total;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
