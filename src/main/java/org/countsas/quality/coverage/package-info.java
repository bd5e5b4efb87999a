/** What items exercise of a set of rules: which rules held, which conditions decided, which terms were found. */
@NullMarked
package org.countsas.quality.coverage;

import org.jspecify.annotations.NullMarked;
