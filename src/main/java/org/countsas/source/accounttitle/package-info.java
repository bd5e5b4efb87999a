/**
 * The format in which the Budget and Settlement Database offers the statutory budget by account title (目): a table for each document, in
 * thousands of yen, with the classification codes of every title.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.accounttitle;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
