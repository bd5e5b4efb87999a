/** How candidates are shown. */
@NullMarked
package org.countsas.report.candidate;

import org.jspecify.annotations.NullMarked;
