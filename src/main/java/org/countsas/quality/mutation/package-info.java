/** Mutation testing of rules: small changes that a test ought to notice, and those that none does. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.quality.mutation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
