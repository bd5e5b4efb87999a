/** The export of the Administrative Project Review (行政事業レビュー) as the RS System publishes it. */
@NullMarked
package org.countsas.source.review;

import org.jspecify.annotations.NullMarked;
