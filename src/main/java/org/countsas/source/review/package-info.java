/** The export of the Administrative Project Review (行政事業レビュー), as published by the RS System. */
@NullMarked
package org.countsas.source.review;

import org.jspecify.annotations.NullMarked;
