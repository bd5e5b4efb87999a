/** The commands ledger add, log, prove and verify. */
@NullMarked
package org.countsas.cli.ledger;

import org.jspecify.annotations.NullMarked;
