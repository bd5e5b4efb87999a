/** The commands compare, scenarios and targets. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.compare;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
