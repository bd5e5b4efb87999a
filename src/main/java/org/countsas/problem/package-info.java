/** How every problem with an input is reported: code, place, reason, fix. */
@NullMarked
package org.countsas.problem;

import org.jspecify.annotations.NullMarked;
