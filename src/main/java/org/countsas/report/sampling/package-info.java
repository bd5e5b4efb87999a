/** How audit samples and what they show are shown. */
@NullMarked
package org.countsas.report.sampling;

import org.jspecify.annotations.NullMarked;
