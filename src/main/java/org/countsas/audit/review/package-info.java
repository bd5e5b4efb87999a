/** Human reviews of the decisions of a bundle: appended beside it, chained by hashes and signed, never edited. */
@NullMarked
package org.countsas.audit.review;

import org.jspecify.annotations.NullMarked;
