/**
 * Two sources of one money as one ledger: the statutory budget, which is whole and coarse, and review sheets, which are fine and hold a part. Each
 * section (項) of the statutory budget becomes the projects that name it and a remainder; the total is the statutory one, to the yen.
 *
 * <p>{@link org.countsas.ledger.JoinedLedger#join} is the way in; what it gives is a reading like any other.
 */
@NullMarked
package org.countsas.ledger;

import org.jspecify.annotations.NullMarked;
