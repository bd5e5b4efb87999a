/** The concepts that rules refer to, the terms by which texts name them, and the single pass that finds every mention. */
@NullMarked
package org.countsas.vocabulary;

import org.jspecify.annotations.NullMarked;
