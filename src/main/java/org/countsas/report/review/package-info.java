/** How the reviews of a bundle are shown. */
@NullMarked
package org.countsas.report.review;

import org.jspecify.annotations.NullMarked;
