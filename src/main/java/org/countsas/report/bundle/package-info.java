/** How a bundle, its verification and its proofs are shown. */
@NullMarked
package org.countsas.report.bundle;

import org.jspecify.annotations.NullMarked;
