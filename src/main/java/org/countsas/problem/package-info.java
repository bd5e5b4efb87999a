/** How everything that is wrong with an input is said: code, place, reason, fix. */
@NullMarked
package org.countsas.problem;

import org.jspecify.annotations.NullMarked;
