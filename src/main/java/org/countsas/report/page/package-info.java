/** A comparison as one page for people who decide: sentences, charts with their data as tables, and what reproduces each figure. */
@NullMarked
package org.countsas.report.page;

import org.jspecify.annotations.NullMarked;
