/** The ledger of runs: a log that only grows, under checkpoints that are signed, with proofs that it did. */
@NullMarked
package org.countsas.audit.ledger;

import org.jspecify.annotations.NullMarked;
