/** How rules themselves are shown: lists, single rules, and what a check found. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.rules;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
