/** All combinations of proposed policies from one evaluation, the best of them for each target, and where policies overlap. */
@NullMarked
package org.countsas.comparison.scenario;

import org.jspecify.annotations.NullMarked;
