/**
 * Requests and answers: the server, and what it refuses before a page sees it. Nothing here knows budgets, and the server library is known
 * nowhere else.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.workbench.http;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
