/** The command classify. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.classify;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
