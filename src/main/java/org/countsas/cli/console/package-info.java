/** What commands share of the process they run in: streams, progress, notices. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.console;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
