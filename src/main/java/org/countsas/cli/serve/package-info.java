/** The command serve. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.serve;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
