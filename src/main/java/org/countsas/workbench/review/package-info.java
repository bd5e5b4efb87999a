/** Reviews in the workbench: what people decide in place of the rules, beside the bundle that is shown. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.workbench.review;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
