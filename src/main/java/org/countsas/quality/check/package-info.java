/** Everything that is wrong with a folder of rules, said in one pass. */
@NullMarked
package org.countsas.quality.check;

import org.jspecify.annotations.NullMarked;
