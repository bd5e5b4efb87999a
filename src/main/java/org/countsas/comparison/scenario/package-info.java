/** All combinations of proposed policies from one evaluation, the best of them for each target, and what their overlaps are worth. */
@NullMarked
package org.countsas.comparison.scenario;

import org.jspecify.annotations.NullMarked;
