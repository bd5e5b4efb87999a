/** The sums of decisions under one definition: by area, for review, and as a share of the gross domestic product. */
@NullMarked
package org.countsas.adjudication.total;

import org.jspecify.annotations.NullMarked;
