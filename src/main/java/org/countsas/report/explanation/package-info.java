/** How an explanation is shown: why an item counts or does not, and what nearly counts. */
@NullMarked
package org.countsas.report.explanation;

import org.jspecify.annotations.NullMarked;
