/** The page that compares definitions, with charts. */
@NullMarked
package org.countsas.report.comparison.page;

import org.jspecify.annotations.NullMarked;
