/** How the quality of rules is shown: tests, coverage, lint, mutants and scores. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.quality;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
