/** Everything that is wrong with a folder of rules, reported in one pass. */
@NullMarked
package org.countsas.quality.check;

import org.jspecify.annotations.NullMarked;
