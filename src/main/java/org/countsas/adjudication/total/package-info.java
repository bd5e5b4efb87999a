/** The sums of decisions under one definition: by area, to review, and against the gross domestic product. */
@NullMarked
package org.countsas.adjudication.total;

import org.jspecify.annotations.NullMarked;
