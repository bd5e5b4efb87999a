/** The commands ledger add, log, prove and verify. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.cli.ledger;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
