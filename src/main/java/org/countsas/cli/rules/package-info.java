/** The commands on rules: check, test, coverage, mutate, lint, fmt, list, show; and score. */
@NullMarked
package org.countsas.cli.rules;

import org.jspecify.annotations.NullMarked;
