/** The commands on rules: check, test, coverage, mutate, lint, fmt, list, show; and score. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.rules;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
