/** Whether a bundle is what a run wrote: bytes, signature, sums, and every decision derived again. */
@NullMarked
package org.countsas.audit.verification;

import org.jspecify.annotations.NullMarked;
