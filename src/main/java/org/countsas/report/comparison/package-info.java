/** How definitions side by side, combinations of policies and targets are shown. */
@NullMarked
package org.countsas.report.comparison;

import org.jspecify.annotations.NullMarked;
