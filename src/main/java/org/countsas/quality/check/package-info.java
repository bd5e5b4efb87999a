/** Everything that is wrong with a folder of rules, said in one pass. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.quality.check;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
