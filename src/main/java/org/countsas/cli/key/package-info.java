/** The commands keys new and keys show. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.key;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
