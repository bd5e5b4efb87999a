/** The ledger of runs: an append-only log under signed checkpoints, with proofs that it only grew. */
@NullMarked
package org.countsas.audit.ledger;

import org.jspecify.annotations.NullMarked;
