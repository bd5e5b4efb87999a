/** How plans over several years progress, and which share of a policy would reach a target. */
@NullMarked
package org.countsas.comparison.outlook;

import org.jspecify.annotations.NullMarked;
