/** What single cells say (amounts with their unit, fiscal years, stages, lists), and the item that a row's cells make together. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.cell;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
