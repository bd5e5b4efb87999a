/** Human reviews of the decisions of a bundle: appended beside it, chained by hashes and signed, never edited. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.audit.review;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
