/** The export of the Administrative Project Review (行政事業レビュー) as the RS System publishes it. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.review;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
