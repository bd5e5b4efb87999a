/** The format JSON Lines: each line is one item as a JSON object. */
@NullMarked
package org.countsas.source.jsonlines;

import org.jspecify.annotations.NullMarked;
