/** The concepts that rules speak of, the terms by which texts name them, and the one pass that finds every mention. */
@NullMarked
package org.countsas.vocabulary;

import org.jspecify.annotations.NullMarked;
