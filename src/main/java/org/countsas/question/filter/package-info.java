/** Which decisions a list shows: the same filters for every list, as plain data and as the texts that people write. */
@NullMarked
package org.countsas.question.filter;

import org.jspecify.annotations.NullMarked;
