/** Merkle trees over lines of text, as transparency logs build them (RFC 6962, section 2.1): roots, proofs, and their check. */
@NullMarked
package org.countsas.audit.merkle;

import org.jspecify.annotations.NullMarked;
