/** The workbench: a local web page over what one may ask. Nothing below knows it. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.workbench;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
