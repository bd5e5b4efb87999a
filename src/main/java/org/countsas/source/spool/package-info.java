/**
 * Items on disk, for inputs that are larger than memory: sorted by id, read again as often as needed, gone when nobody refers to them.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.spool;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
