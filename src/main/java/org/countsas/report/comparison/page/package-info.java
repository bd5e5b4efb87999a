/** The page that compares definitions, with charts. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.report.comparison.page;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
