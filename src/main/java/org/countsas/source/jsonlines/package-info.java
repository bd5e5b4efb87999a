/** The format JSON Lines: one item as one JSON object a line. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.jsonlines;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
