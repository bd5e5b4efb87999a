/**
 * Two sources for the same money as one ledger: the statutory budget, which is complete but coarse, and review sheets, which are detailed
 * but cover only a part. Each section (項) of the statutory budget becomes the projects that name it and a remainder; the total is the
 * statutory one, to the yen.
 *
 * <p>Start with {@link org.countsas.ledger.JoinedLedger#join}; its result is a reading like any other.
 */
@NullMarked
package org.countsas.ledger;

import org.jspecify.annotations.NullMarked;
