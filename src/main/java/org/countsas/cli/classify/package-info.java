/** The commands classify and items. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.classify;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
