/**
 * The format of the statutory budget by line item (事項): a JSON document for each fiscal year, with the documents of the initial, provisional and
 * supplementary budgets and of the settlement, for the general account, the special accounts and the government-affiliated agencies.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.statebudget;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
