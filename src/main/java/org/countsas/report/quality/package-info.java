/** How the quality of rules is shown: tests, coverage, lint, mutants and scores. */
@NullMarked
package org.countsas.report.quality;

import org.jspecify.annotations.NullMarked;
