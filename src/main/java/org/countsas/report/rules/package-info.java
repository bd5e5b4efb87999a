/** How rules themselves are shown: lists, single rules, and what a check found. */
@NullMarked
package org.countsas.report.rules;

import org.jspecify.annotations.NullMarked;
