/** What the command on targets answers: distances, trajectories, plans, and the share that would reach a target. */
@NullMarked
package org.countsas.comparison.outlook;

import org.jspecify.annotations.NullMarked;
