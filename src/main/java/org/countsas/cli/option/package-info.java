/** Options that several commands share, one class each. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.option;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
