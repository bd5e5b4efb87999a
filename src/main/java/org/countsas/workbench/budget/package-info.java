/** What the workbench shows: a budget under any definition, its items found by what a person types, and the answers kept for the next page. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.workbench.budget;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
