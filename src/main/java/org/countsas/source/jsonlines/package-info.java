/** The format JSON Lines: one item as one JSON object a line. */
@NullMarked
package org.countsas.source.jsonlines;

import org.jspecify.annotations.NullMarked;
