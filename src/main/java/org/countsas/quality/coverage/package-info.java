/** What items put to the test of a set of rules: which rules held, which conditions decided, which terms were found. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.quality.coverage;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
