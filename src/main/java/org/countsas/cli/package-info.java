/** The command line. Knows everything; nobody knows it. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
